import type { Transition } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { isKept } from './is-kept.ts';

it('says that a case does not move only to whoever is told how it stands', () => {
  const partner = { class: 'partner', hidden: ['money'] as string[] } as const;
  expect(isKept({ class: 'numberOnly', hidden: [] }, [])).toBe(true);
  expect(isKept({ ...partner, hidden: ['plan'] }, [])).toBe(true);
  expect(isKept({ ...partner, hidden: ['money'] }, [])).toBe(false);
  expect(isKept({ class: 'numberOnly', hidden: [] }, [{ event: 'lead.accepted' } as Transition])).toBe(false);
});
