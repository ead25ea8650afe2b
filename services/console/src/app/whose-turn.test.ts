import { describe, expect, it } from 'vitest';
import { isMyTurn } from './workplace.tsx';

const NOW = Date.parse('2026-12-01T00:00:00.000Z');
const turn = (org: string | null, role: string) => ({ org, role, since: '2026-11-01' });
const me = (role: string, org: string) =>
  ({ membership: { id: 'me', role, org: { id: org } } }) as Parameters<typeof isMyTurn>[1];

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
    expect(isMyTurn({ turn: whose, lead: 'lead' }, who, NOW)).toBe(is);
  });

  it('is theirs to whom it was given by name, and of those who lent it again when the time is over', () => {
    const [given, mine] = [turn('lead', 'doctor'), me('doctor', 'lead')];
    const later = { to: 'other', until: '2026-12-01T12:00:00.000Z' };
    const isMine = (change: object, who = mine, now = NOW) =>
      isMyTurn({ turn: { ...given, ...change }, lead: 'lead' }, who, now);
    expect(isMine({ owner: 'other' })).toBe(false);
    expect(isMine({ owner: 'me' }, me('clerk', 'lead'))).toBe(true);
    expect(isMine({ lent: later })).toBe(false);
    expect(isMine({ lent: { ...later, to: 'me' } }, me('clerk', 'lead'))).toBe(true);
    // By the clock that is given, not by this computer's: a demo may be months ahead.
    expect(isMine({ lent: later }, mine, Date.parse(later.until))).toBe(true);
  });
});
