import { describe, expect, it } from 'vitest';
import { isMyTurn } from './workplace.tsx';

const turn = (org: string | null, role: string) => ({ org, role, since: '2026-11-01' });
const me = (role: string, org: string) =>
  ({ membership: { id: 'me', role, org: { id: org } } }) as Parameters<typeof isMyTurn>[2];

describe('whose turn it is', () => {
  it.each([
    [
      'the role in the organisation that is named',
      turn('station', 'visitingNurse'),
      me('visitingNurse', 'station'),
      true,
    ],
    ['not another role there', turn('station', 'visitingNurse'), me('clerk', 'station'), false],
    ['not the same role elsewhere', turn('station', 'visitingNurse'), me('visitingNurse', 'other'), false],
    ['the lead where none is named', turn(null, 'doctor'), me('doctor', 'lead'), true],
    ['no partner where none is named', turn(null, 'visitingNurse'), me('visitingNurse', 'station'), false],
    ['the hub’s coordinator, whom no case names', turn(null, 'coordinator'), me('coordinator', 'hub'), true],
    ['nobody where there is no turn', undefined, me('doctor', 'lead'), false],
  ])('is that of %s', (_title, whose, who, is) => {
    expect(isMyTurn(whose, 'lead', who)).toBe(is);
  });

  it('is theirs to whom it was given by name, and of those who lent it again when the time is over', () => {
    const [given, mine] = [turn('lead', 'doctor'), me('doctor', 'lead')];
    const later = { to: 'other', until: '2999-01-01T00:00:00.000Z' };
    expect(isMyTurn({ ...given, owner: 'other' }, 'lead', mine)).toBe(false);
    expect(isMyTurn({ ...given, owner: 'me' }, 'lead', me('clerk', 'lead'))).toBe(true);
    expect(isMyTurn({ ...given, lent: later }, 'lead', mine)).toBe(false);
    expect(isMyTurn({ ...given, lent: { ...later, to: 'me' } }, 'lead', me('clerk', 'lead'))).toBe(true);
    expect(isMyTurn({ ...given, lent: { ...later, until: '2020-01-01T00:00:00.000Z' } }, 'lead', mine)).toBe(true);
  });
});
