import { roleOfFunction, rolesWithSeats, teamFunctions } from '@kaerimichi/discharge';
import { expect, it } from 'vitest';
import { roles } from './roles.ts';

const answers = (sent: readonly string[] = []) =>
  ['conference.answered', 'minutes.confirmed'].every(type => sent.includes(type));

it('a seat waits for a link exactly where nobody of its organisation may answer for it', () => {
  const parts = teamFunctions.flatMap(part => roleOfFunction[part] ?? []);
  const answering = [...new Set(parts)].filter(role => answers(roles[role].sends.partner));
  expect([...answering].sort()).toEqual([...rolesWithSeats].sort());
});
