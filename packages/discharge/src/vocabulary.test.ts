import { describe, expect, it } from 'vitest';
import { day } from './vocabulary.ts';

const faults = (value: unknown) => day.safeParse(value).error?.issues.length ?? 0;

describe('a day', () => {
  it.each(['1900-01-01', '2024-02-29', '2199-12-31'])('may be %s', on => expect(faults(on)).toBe(0));
  it.each(['tomorrow', '2026-02-30', '2026-2-3', '', '0000-01-01', '1899-12-31', '2200-01-01', '9999-12-31'])(
    'is not “%s”, with one fault',
    on => expect(faults(on)).toBe(1),
  );
});
