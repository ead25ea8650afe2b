import { describe, expect, it } from 'vitest';
import { aCase, type Story } from '../histories/a-case.ts';
import { preparation, stayAtHome } from '../histories/phases.ts';
import { codesOf } from '../histories/walk.ts';

const handoffId = 'h1';
const outside = '島の訪問看護';
const visitId = 'first-h1';
const withStation = [
  'handoff.composed',
  'handoff.sent',
  'handoff.opened',
  'handoff.sectionConfirmed',
  'handoff.accepted',
];

/** The usual preparation of a child whose station signs in nowhere: asked, and its answer written down, by the lead. */
const preparedOutside = preparation
  .filter(({ body }) => body.consentId !== 'c-station')
  .map(sent => {
    const { organisation: _none, ...body } = sent.body;
    return body.candidateId === 't-station'
      ? { ...sent, by: 'dsn', body: sent.type === 'candidate.asked' ? { ...body, outside } : body }
      : sent;
  });

const readyToGo = (): Story =>
  aCase()
    .goesTo('preparing')
    .plays([...preparedOutside, ...stayAtHome('s1', 26, 'succeeded')])
    .sends('dsn', 'conference.convened')
    .goesTo('readyForDischarge')
    .prepares(...withStation);

const handedOver = (): Story =>
  readyToGo()
    .sends('dsn', 'handoff.composed', { handoffId, outside, content: '九つの項目' })
    .sends('dsn', 'handoff.sent', { handoffId })
    .sends('dsn', 'handoff.accepted', { handoffId, withConditions: false, firstVisitOn: '@43' });

describe('CARE #1091: a child goes to where nobody signs in, without an invented destination and without being left behind', () => {
  it('home, with a station outside the network: every step is the lead’s, and no organisation stands for it', () => {
    const child = readyToGo();
    const refused = child.tries('dsn', 'discharge.done', { destination: 'home' });
    expect(codesOf(refused)).toEqual(['handoffAccepted', 'firstVisitDated']);
    const home = handedOver().sends('dsn', 'discharge.done', { destination: 'home' }).waits(1);
    home
      .sends('dsn', 'firstVisit.begun')
      .sends('dsn', 'visit.recorded', { visitId, side: 'hospital', differences: 0, findings: '変わりなし' })
      .sends('dsn', 'visit.signed', { visitId, side: 'hospital' });
    // The station has no one here to sign; somebody who may says so, instead of a signature in another's name.
    expect(home.tries('dsn', 'firstVisit.closed')).toMatchObject({
      reasons: [{ code: 'visitSignedByBoth', waivable: 'yes', turn: { role: 'dischargeNurse' } }],
    });
    expect(codesOf(home.tries('dsn', 'visit.signed', { visitId, side: 'station' }))).toEqual(['visit.side']);
    home
      .sends('head', 'requirement.waived', { requirementId: 'visitSignedByBoth', reason: '紙で署名した' })
      .sends('dsn', 'firstVisit.closed');
    expect(home.position().stage).toBe('followUp');
    expect(home.facts().handoffs).toMatchObject([{ status: 'closed' }]);
    const named = JSON.stringify(home.facts()).match(/"org-[a-z]+"/g);
    expect([...new Set(named)].sort()).toEqual(['"org-hidamari"', '"org-kodomo"']);
  });

  it.each(['movedOut', 'transferredToHospital'])(
    'elsewhere, %s: the case ends by saying so, from wherever it stands',
    how => {
      for (const stage of ['planning', 'preparing', 'jointConference', 'followUp']) {
        const child = aCase().goesTo(stage).sends('dsn', 'case.closed', { how, reason: '隣県の病院へ' });
        expect([stage, child.position().isOpen, child.facts().closing?.how]).toEqual([stage, false, how]);
      }
    },
  );
});
