import { addDays } from '@kaerimichi/rules/calendar';
import { describe, expect, it } from 'vitest';
import { cardOf, transitionsOf } from './chart.ts';
import { aCase, type Story } from './histories/a-case.ts';
import { preparation } from './histories/phases.ts';
import { START } from './histories/walk.ts';

const held = { conferenceId: 'k1', attended: ['visitingNurse', 'family'], actionItems: [], dischargeOn: '@90' };
const cardTurn = (child: Story) =>
  cardOf({ id: 'c', no: 'K-00001', name: null, kana: null }, child.state(), { version: 1, on: child.on() }).turn;
const sheet = (child: Story) => {
  const forward = transitionsOf(child.state(), child.on()).find(({ isForward }) => isForward);
  if (!forward) throw new Error('no forward move');
  return forward;
};
const sheetTurn = (child: Story, code: string) => sheet(child).unmet.find(reason => reason.code === code)?.turn;
const evidence = (child: Story, code: string) => sheet(child).done.find(done => done.code === code)?.evidence;
const today = (child: Story) => addDays(START, child.day());

/** A case whose joint conference is to be held, two days after it came so far. */
const beforeConference = () =>
  aCase().goesTo('jointConference').prepares('conference.held', 'minutes.drafted', 'minutes.approved').waits(2);

describe('since when it is somebody’s turn', () => {
  it('counts from the draft for the doctor who approves, and from the approval for whoever comes next', () => {
    const child = beforeConference().sends('dsn', 'conference.held', { ...held, actionItems: [{ id: 'loose' }] });
    const heldOn = today(child);
    expect(cardTurn(child)).toMatchObject({ role: 'dischargeNurse', since: heldOn });
    child.waits(3).sends('dsn', 'minutes.drafted', { conferenceId: 'k1', minutes: '記録' });
    const draftedOn = today(child);
    expect(cardTurn(child)).toMatchObject({ role: 'doctor', since: draftedOn });
    child.waits(4).sends('doctor', 'minutes.approved', { conferenceId: 'k1' });
    const approvedOn = today(child);
    expect(cardTurn(child)).toMatchObject({ role: 'dischargeNurse', since: approvedOn });
    expect(sheetTurn(child, 'actionItemsOwned')?.since).toBe(approvedOn);
    expect(evidence(child, 'minutesApproved')).toEqual({ seq: child.seq(), on: approvedOn });
    child.waits(2).sends('dsn', 'actionItem.assigned', { actionItemId: 'loose', owner: 'm', dueOn: '@99' });
    expect(cardTurn(child)?.since).toBe(today(child));
    expect([heldOn, draftedOn, approvedOn, today(child)]).toEqual(
      [...new Set([heldOn, draftedOn, approvedOn, today(child)])].sort(),
    );
  });

  it('counts from the entry into the stage when nothing was done since', () => {
    const child = aCase().goesTo('planning');
    const entered = child.facts().entry.on;
    expect(cardTurn(child.waits(5).sends('dsn', 'note.added', { note: '-' }))?.since).toBe(entered);
  });

  it('counts from a lapse, and from an exception', () => {
    const child = aCase().goesTo('readyForDischarge').prepares();
    const row = child.facts().skills[0];
    child.waits(100).sends('clock', 'fact.lapsed', { kind: 'skill', ref: `${row?.procedure}.${row?.caregiver}` });
    expect(sheetTurn(child, 'trainingReady')).toMatchObject({ role: 'wardNurse', since: today(child) });
    const planning = aCase().goesTo('planning').waits(3);
    planning.sends('head', 'requirement.waived', { requirementId: 'inHouseConferenceHeld', reason: '夜間の入院' });
    expect(cardTurn(planning)?.since).toBe(today(planning));
  });

  it('passes to and fro with a handoff: sent, asked, answered, declined', () => {
    const child = aCase().goesTo('readyForDischarge').sends('doctor', 'discharge.ordered');
    const toStation = { handoffId: 'h1' };
    child.sends('dsn', 'handoff.composed', { ...toStation, recipient: 'org-nozomi', content: '-' });
    const turn = () => sheetTurn(child, 'handoffAccepted');
    child.waits(1).sends('dsn', 'handoff.sent', toStation);
    expect(turn()).toMatchObject({ org: 'org-nozomi', since: today(child) });
    child
      .waits(1)
      .sends('hvn', 'handoff.asked', { ...toStation, questionId: 'q1', section: 'breathing', question: '-' });
    expect(turn()).toMatchObject({ org: 'org-kodomo', role: 'dischargeNurse', since: today(child) });
    child.waits(1).sends('dsn', 'handoff.answered', { ...toStation, questionId: 'q1', answer: '-' });
    expect(turn()).toMatchObject({ org: 'org-nozomi', since: today(child) });
    child.waits(1).sends('hvn', 'handoff.declined', { ...toStation, declineReason: 'distance' });
    expect(turn()).toMatchObject({ org: 'org-kodomo', since: today(child) });
  });

  it('passes to the hospital with the station’s signature', () => {
    const child = aCase().goesTo('firstVisit');
    const visitId = child.facts().visits[0]?.id ?? '';
    child.waits(2).sends('hvn', 'visit.recorded', { visitId, side: 'station', differences: 0, findings: '-' });
    expect(cardTurn(child)).toMatchObject({ role: 'visitingNurse', since: today(child) });
    child.waits(2).sends('hvn', 'visit.signed', { visitId, side: 'station' });
    expect(cardTurn(child)).toMatchObject({ role: 'dischargeNurse', since: today(child) });
    child.waits(2).sends('dsn', 'visit.signed', { visitId, side: 'hospital' });
    expect(evidence(child, 'visitSignedByBoth')?.on).toBe(today(child));
    expect(cardTurn(child)?.since).toBe(today(child));
  });
});

describe('the evidence of a stay', () => {
  const stay = { stayId: 's1', stayKind: 'home', from: '@40', to: '@42', stationVisits: false };
  const planned = () => aCase().goesTo('preparing').plays(preparation).waits(1).sends('dsn', 'trialStay.planned', stay);
  const permission = (child: Story) =>
    transitionsOf(child.state(), child.on()).find(({ event }) => event === 'trialStay.begun');

  it('waits for the nurse until it is planned, then for the doctor since that day', () => {
    const turn = (child: Story) => permission(child)?.unmet.find(({ code }) => code === 'doctorPermittedStay')?.turn;
    const none = aCase().goesTo('preparing');
    expect(turn(none)).toMatchObject({ role: 'dischargeNurse' });
    const child = planned();
    expect(turn(child)).toMatchObject({ role: 'doctor', since: today(child) });
  });

  it('shows the days of the stay, as planned and then as they were, not the day of a signature', () => {
    const child = planned().waits(1).sends('doctor', 'trialStay.permitted', { stayId: 's1' });
    const day = (n: number) => addDays(START, n);
    expect(permission(child)?.done.find(({ code }) => code === 'doctorPermittedStay')?.evidence).toEqual({
      seq: child.facts().stays[0]?.seq,
      on: day(40),
      until: day(42),
    });
    child.waits(41 - child.day()).sends('dsn', 'trialStay.begun', { stayId: 's1' });
    child.waits(2).sends('dsn', 'trialStay.returned', { result: 'succeeded' });
    const returned = child.seq();
    child.waits(5).sends('dsn', 'conference.convened');
    expect(evidence(child, 'trialStaySucceeded')).toEqual({ seq: returned, on: day(41), until: day(43) });
  });
});
