import { describe, expect, it } from 'vitest';
import { caseEndpoints } from './cases.ts';
import { importEndpoints } from './imports.ts';

const today = '2026-11-25';
const pathsOf = (body: unknown) => caseEndpoints.register.dated(body, today).map(({ path }) => path);

describe('a day of birth', () => {
  it.each(['1900-01-01', '2008-02-29', today])('may be %s', bornOn => expect(pathsOf({ bornOn })).toEqual([]));
  it.each(['2026-11-26', '2199-12-31'])('is not %s', bornOn => expect(pathsOf({ bornOn })).toEqual(['bornOn']));
  it.each(['2026-09-26', '2027-10-01'])('may be expected on %s', expectedOn =>
    expect(pathsOf({ expectedOn })).toEqual([]),
  );
  it.each(['2026-09-25', '2027-10-02', '2199-12-31'])('is not expected on %s', expectedOn =>
    expect(pathsOf({ expectedOn })).toEqual(['expectedOn']),
  );
  it('is judged beside the other, and not at all where it is no day', () => {
    expect(pathsOf({ bornOn: '2050-01-01', expectedOn: '2100-01-01' })).toEqual(['bornOn', 'expectedOn']);
    for (const body of [null, 7, [], {}, { bornOn: 'x' }, { bornOn: 7 }]) expect(pathsOf(body)).toEqual([]);
  });
  it.each(['1899-12-31', '0001-01-01', '0000-01-01', '9999-12-31'])('is no day that anything is due on: %s', bornOn => {
    const { error } = caseEndpoints.register.body.safeParse({ lead: 'l', reason: '退院支援', origin: 'ward', bornOn });
    expect(error?.issues.map(({ path }) => path)).toEqual([['bornOn']]);
  });
  it('is judged the same way when a person confirms it', () => {
    const confirm = (bornOn: unknown) => importEndpoints.confirm.dated({ fields: { bornOn } }, today);
    expect(confirm('2026-11-26')).toMatchObject([{ path: 'fields.bornOn' }]);
    expect(confirm(null)).toEqual([]);
  });
});
