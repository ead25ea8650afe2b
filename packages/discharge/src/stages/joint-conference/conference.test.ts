import { addBusinessDays } from '@kaerimichi/rules/calendar';
import { describe, expect, it } from 'vitest';
import { deadlinesOf } from '../../chart.ts';
import { aCase, type Story } from '../../histories/a-case.ts';
import { codesOf } from '../../histories/walk.ts';
import { openTask } from '../../tasks/open-task.ts';

const k1 = { conferenceId: 'k1' };
const slots = [
  { id: 's1', slotOn: '@40', slotAt: '15:00' },
  { id: 's2', slotOn: '@41', slotAt: '10:00' },
];
const asked = [
  { id: 'a1', function: 'visitingNurse', organisation: 'org-nozomi', required: true },
  { id: 'a2', function: 'homePhysician' },
];
const poll = { ...k1, conferenceKind: 'joint', slots, asked };
const answers = (...fits: string[]) => fits.map((answer, at) => ({ slot: `s${at + 1}`, answer }));
const inConference = () => aCase().goesTo('jointConference');
const seat = (child: Story, id: string) =>
  child
    .facts()
    .conferences.find(one => one.id === 'k1')
    ?.asked?.find(one => one.id === id);
const step = (child: Story) => {
  const refused = child.tries('dsn', 'preparation.closed');
  return refused.ok ? null : refused.reasons[0]?.fix;
};

describe('a date of a conference', () => {
  it('is asked for, and what comes next is that one of the times is settled', () => {
    const child = inConference().sends('dsn', 'conference.polled', poll);
    expect(step(child)).toEqual({ event: 'conference.planned', fill: { conferenceId: 'k1', conferenceKind: 'joint' } });
    child.sends('dsn', 'conference.planned', { ...k1, conferenceKind: 'joint', plannedOn: '@41', startsAt: '10:00' });
    expect(step(child)).toMatchObject({ event: 'conference.held', fill: k1 });
    const conference = child.facts().conferences.find(({ id }) => id === 'k1');
    expect(conference).toMatchObject({ startsAt: '10:00', asked: [{ id: 'a1', required: true }, { id: 'a2' }] });
    expect(conference).not.toHaveProperty('slots');
  });

  it('is not proposed for a day that has passed, nor with a time or a person twice', () => {
    const child = inConference();
    const past = { ...poll, slots: [{ id: 's1', slotOn: '@1', slotAt: '15:00' }] };
    expect(codesOf(child.tries('dsn', 'conference.polled', past))).toEqual(['conference.past']);
    expect(() => child.tries('dsn', 'conference.polled', { ...poll, slots: [slots[0], slots[0]] })).toThrow();
    expect(() =>
      child.tries('dsn', 'conference.polled', { ...poll, slots: [{ ...slots[0], slotAt: '25:00' }] }),
    ).toThrow();
  });

  it('is answered by the organisation of the seat, by the lead for everybody, and for each time', () => {
    const child = inConference().sends('dsn', 'conference.polled', poll);
    const tries = (by: string, askedId: string, ...fits: string[]) =>
      codesOf(child.tries(by, 'conference.answered', { ...k1, askedId, answers: answers(...fits) }));
    expect(tries('hvn', 'a1', 'fits')).toEqual(['conference.notEachSlot']);
    expect(tries('hvn', 'a2', 'fits', 'fits')).toEqual(['seat.notYours']);
    expect(tries('hvn2', 'a1', 'fits', 'fits')).toEqual(['seat.notYours']);
    expect(tries('hvn', 'nobody', 'fits', 'fits')).toEqual(['seat.unknown']);
    child.sends('hvn', 'conference.answered', { ...k1, askedId: 'a1', answers: answers('fitsNot', 'fits') });
    child.sends('dsn', 'conference.answered', { ...k1, askedId: 'a2', answers: answers('fits', 'fitsMaybe') });
    expect(seat(child, 'a1')?.answers).toEqual(['fitsNot', 'fits']);
    expect(seat(child, 'a2')?.answers).toEqual(['fits', 'fitsMaybe']);
  });

  it('keeps what was said of times that are still proposed, and asks anew for the new ones', () => {
    const child = inConference()
      .sends('dsn', 'conference.polled', poll)
      .sends('hvn', 'conference.answered', { ...k1, askedId: 'a1', answers: answers('fitsNot', 'fits') })
      .sends('dsn', 'conference.polled', { ...poll, slots: [slots[1]] });
    expect(seat(child, 'a1')?.answers).toEqual(['fits']);
    child.sends('dsn', 'conference.polled', {
      ...poll,
      slots: [...slots, { id: 's3', slotOn: '@42', slotAt: '09:00' }],
    });
    expect(seat(child, 'a1')?.answers).toEqual(['open', 'fits', 'open']);
    expect(openTask(child.facts(), 'seat.k1.a1', child.on())).toEqual({ org: 'org-nozomi' });
  });

  it('begins anew where a seat is taken by somebody else, and takes a link for the seat of a guest alone', () => {
    const child = inConference()
      .sends('dsn', 'conference.polled', poll)
      .sends('hvn', 'conference.answered', { ...k1, askedId: 'a1', answers: answers('fitsNot', 'fits') })
      .sends('dsn', 'conference.polled', {
        ...poll,
        asked: [{ id: 'a1', function: 'homePhysician', organisation: 'org-hidamari' }],
      });
    expect(seat(child, 'a1')).not.toHaveProperty('answers');
    const byLink = child.tries('clock', 'conference.guestAnswered', {
      ...k1,
      askedId: 'a1',
      answers: answers('fits', 'fits'),
    });
    expect(codesOf(byLink)).toEqual(['seat.notGuest']);
  });

  it('lets whoever was there add, and write over nothing that others wrote', () => {
    const child = inConference().sends('dsn', 'conference.polled', poll);
    const note = (decision: string, item: string) => ({
      ...k1,
      decisions: [{ id: decision, what: '金曜に退院' }],
      actionItems: [{ id: item, what: '電話する' }],
    });
    child.sends('dsn', 'conference.noted', note('d1', 'i1'));
    expect(codesOf(child.tries('hvn', 'conference.noted', note('d1', 'i2')))).toEqual(['conference.notedAlready']);
    expect(codesOf(child.tries('hvn', 'conference.noted', note('d2', 'i1')))).toEqual(['conference.notedAlready']);
    child.sends('hvn', 'conference.noted', note('d2', 'i2'));
    child
      .sends('dsn', 'conference.held', { ...k1, attended: ['visitingNurse'], actionItems: [] })
      .sends('dsn', 'minutes.drafted', { ...k1, minutes: '記録' });
    expect(codesOf(child.tries('hvn', 'conference.noted', note('d3', 'i3')))).toEqual(['minutes.handedIn']);
    child.sends('dsn', 'conference.noted', note('d3', 'i3'));
  });

  it('is no longer asked once it was held, and no seventh is opened beside six', () => {
    const child = inConference().sends('dsn', 'conference.polled', poll);
    child.sends('dsn', 'conference.held', { ...k1, attended: ['visitingNurse'], actionItems: [] });
    const late = child.tries('hvn', 'conference.answered', { ...k1, askedId: 'a1', answers: answers('fits', 'fits') });
    expect(codesOf(late)).toEqual(['conference.notPolled']);
    for (let n = 2; n < 8; n++) child.sends('dsn', 'conference.polled', { ...poll, conferenceId: `k${n}` });
    expect(codesOf(child.tries('dsn', 'conference.polled', { ...poll, conferenceId: 'k8' }))).toEqual([
      'conference.tooMany',
    ]);
  });

  it('is a task of whoever was asked until it is answered, and is reminded of after two working days', () => {
    const child = inConference().sends('dsn', 'conference.polled', poll);
    const task = () => openTask(child.facts(), 'seat.k1.a1', child.on());
    expect(task()).toEqual({ org: 'org-nozomi' });
    const reminder = () => deadlinesOf(child.facts()).find(({ kind }) => kind === 'remind')?.on;
    expect(reminder()).toBe(addBusinessDays(child.on(), 2));
    child.sends('hvn', 'conference.answered', { ...k1, askedId: 'a1', answers: answers('fits', 'fits') });
    expect(task()).toBeNull();
  });

  it('is asked for again once a day and twice at most, and not where it was answered', () => {
    const child = inConference().sends('dsn', 'conference.polled', poll);
    const again = (askedId: string) => child.tries('dsn', 'conference.askedAgain', { ...k1, askedId });
    expect(codesOf(again('a1'))).toEqual(['seat.askedToday']);
    child.waits(1).sends('dsn', 'conference.askedAgain', { ...k1, askedId: 'a1' });
    expect(codesOf(again('a1'))).toEqual(['seat.askedToday']);
    child
      .waits(1)
      .sends('dsn', 'conference.askedAgain', { ...k1, askedId: 'a1' })
      .waits(1);
    expect(codesOf(again('a1'))).toEqual(['seat.askedOften']);
    child.sends('dsn', 'conference.answered', { ...k1, askedId: 'a2', answers: answers('fits', 'fits') });
    expect(codesOf(again('a2'))).toEqual(['seat.answered']);
  });
});

describe('the day of a conference, and its minutes', () => {
  const held = () =>
    inConference()
      .sends('dsn', 'conference.polled', poll)
      .sends('dsn', 'conference.noted', {
        ...k1,
        decisions: [{ id: 'd1', what: '月末に退院' }],
        actionItems: [{ id: 'i1', what: '物品', owner: 'm-hvn', dueOn: '@50' }],
      });

  it('makes a task of what somebody is to do at once, before the conference is over', () => {
    const child = held();
    expect(openTask(child.facts(), 'actionItem.i1', child.on())).toMatchObject({ owner: 'm-hvn' });
    expect(child.facts().conferences.find(({ id }) => id === 'k1')?.decided).toEqual([{ id: 'd1', seq: child.seq() }]);
  });

  it('counts by screen only who attended', () => {
    const child = held();
    const here = { ...k1, attended: ['visitingNurse'], actionItems: [] };
    expect(codesOf(child.tries('dsn', 'conference.held', { ...here, online: ['homePhysician'] }))).toEqual([
      'conference.notThere',
    ]);
    child.sends('dsn', 'conference.held', { ...here, online: ['visitingNurse'] });
    expect(child.facts().conferences.find(({ id }) => id === 'k1')).toMatchObject({ online: ['visitingNurse'] });
  });

  it('goes draft, approved, shared, confirmed; what comes after is an addendum', () => {
    const child = held().sends('dsn', 'conference.held', { ...k1, attended: ['visitingNurse'], actionItems: [] });
    const tries = (by: string, type: string, body: object = {}) => codesOf(child.tries(by, type, { ...k1, ...body }));
    expect(tries('dsn', 'minutes.supplemented', { addendum: '追記' })).toEqual(['minutes.notApproved']);
    child.sends('dsn', 'minutes.drafted', { ...k1, minutes: '書きかけ', unfinished: true });
    expect(tries('doctor', 'minutes.approved')).toEqual(['minutes.unfinished']);
    child.sends('dsn', 'minutes.drafted', { ...k1, minutes: '記録' });
    expect(tries('hvn', 'minutes.confirmed', { askedId: 'a1' })).toEqual(['minutes.notShared']);
    child.sends('doctor', 'minutes.approved', k1).sends('dsn', 'minutes.shared', k1);
    expect(openTask(child.facts(), 'seat.k1.a1', child.on())).toEqual({ org: 'org-nozomi' });
    expect(tries('hvn2', 'minutes.confirmed', { askedId: 'a1' })).toEqual(['seat.notYours']);
    child.sends('hvn', 'minutes.confirmed', { ...k1, askedId: 'a1' });
    expect(openTask(child.facts(), 'seat.k1.a1', child.on())).toBeNull();
    expect(tries('dsn', 'minutes.drafted', { minutes: '直し' })).toEqual(['minutes.approved']);
    expect(tries('dsn', 'conference.noted', { decisions: [], actionItems: [] })).toEqual(['minutes.approved']);
    child.sends('dsn', 'minutes.supplemented', { ...k1, addendum: '番号の訂正' });
  });
});
