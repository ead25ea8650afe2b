import { describe, expect, it } from 'vitest';
import { caseFacts } from '../facts.ts';
import { formSchema } from '../form.ts';
import { aCase, type Story } from '../histories/a-case.ts';
import { codesOf } from '../histories/walk.ts';
import { handoffEvents } from './events.ts';
import { handoffAccepts, handoffChart } from './status.ts';

const handoffId = 'h1';
const acceptance = { withConditions: false, firstVisitOn: '@43' };
const sent = () =>
  aCase()
    .goesTo('readyForDischarge')
    .sends('dsn', 'handoff.composed', { handoffId, recipient: 'org-nozomi', content: '九つの項目' })
    .sends('dsn', 'handoff.sent', { handoffId });
const status = (child: Story, id = handoffId) => child.facts().handoffs.find(handoff => handoff.id === id)?.status;
const refusal = (child: Story, by: string, type: string, body: object = {}) =>
  codesOf(child.tries(by, type, { handoffId, ...body }));
const confirmed = (child: Story) =>
  ['condition', 'breathing', 'medicines', 'emergencies'].reduce(
    (story, section) => story.sends('hvn', 'handoff.sectionConfirmed', { handoffId, section }),
    child,
  );

describe('the version of a handoff', () => {
  const versions = (child: Story) => {
    const { version, sentVersion } = child.facts().handoffs.find(({ id }) => id === handoffId) ?? {};
    return [version, sentVersion];
  };

  it('counts what was sent: a draft that is saved twice is one version', () => {
    const composed = { handoffId, content: '改めた文章' };
    expect(versions(sent())).toEqual([1, 1]);
    const drafted = sent().sends('dsn', 'handoff.composed', composed).sends('dsn', 'handoff.composed', composed);
    expect(versions(drafted)).toEqual([2, 1]);
    expect(versions(drafted.sends('dsn', 'handoff.sent', { handoffId }))).toEqual([2, 2]);
  });
});

describe('the handoff chart', () => {
  const statuses = Object.keys(handoffChart) as (keyof typeof handoffChart)[];
  // What a printed one is answered by comes from its code: no side sends it.
  const byPeople = handoffEvents.flatMap(one => (one.type === 'handoff.paperAcknowledged' ? [] : [one]));
  const steps = byPeople.map(({ type }) => type);

  it('reaches every status from a draft; conditions and closing come with their own facts', () => {
    const reached = new Set<string>(['draft']);
    for (const from of reached)
      for (const target of Object.values(handoffChart[from as keyof typeof handoffChart]))
        if (target) reached.add(target);
    expect([...reached, 'acceptedWithConditions', 'closed'].sort()).toEqual([...statuses].sort());
  });

  it('uses every event of the handoff, and knows no other', () => {
    const used = new Set(statuses.flatMap(from => Object.keys(handoffChart[from])));
    expect([...used].sort()).toEqual([...steps].sort());
  });

  it('ends in declined and withdrawn, and leads out of every other status', () => {
    const leaving = statuses.filter(from => Object.values(handoffChart[from]).some(to => to !== null && to !== from));
    expect(statuses.filter(from => !leaving.includes(from))).toEqual(['declined', 'withdrawn']);
  });

  it('lets an open handoff be accepted only while no question waits', () => {
    const accepting = statuses.filter(from => handoffAccepts(from, 'handoff.accepted'));
    expect(accepting).toEqual(['sent', 'opened', 'answered']);
  });

  it('is what each form offers by: a handoff in the statuses that have the step', () => {
    for (const definition of byPeople) {
      const { handoffId: field } = formSchema(definition as never).properties as Record<string, { 'x-fits'?: unknown }>;
      const fitting = statuses.filter(status => handoffAccepts(status, definition.type));
      expect([definition.type, field?.['x-fits']]).toEqual([definition.type, [{ field: 'status', is: fitting }]]);
    }
  });

  it.each(statuses)('decides %s as the chart draws it', from => {
    for (const step of steps) {
      const child = standingIn(from);
      // Sent is what is new: one version goes out once.
      if (step === 'handoff.sent' && child.facts().handoffs[0]?.sentSeq && handoffAccepts(from, 'handoff.composed'))
        child.sends('dsn', 'handoff.composed', { handoffId });
      const decision = child.tries(sideOf(step), step, bodyOf(step));
      const isInChart = step in handoffChart[from];
      const notOpen = isInChart ? nothingOpen[step] : undefined;
      expect([from, step, decision.ok]).toEqual([from, step, isInChart && !notOpen]);
      if (!decision.ok) expect(codesOf(decision)).toEqual([notOpen ?? whyNot(from, step)]);
      else
        expect(status(child)).toBe(
          handoffChart[from][step] ?? (step === 'handoff.sectionConfirmed' ? status(child) : from),
        );
    }
  });

  /** Where the chart has the step, there is nothing to say back, to talk over or to answer yet (teach-back.test.ts, review.test.ts). */
  const nothingOpen: Readonly<Record<string, string | undefined>> = {
    'handoff.taughtBack': 'item.unknown',
    'handoff.talkedOver': 'item.unknown',
    'handoff.reviewAnswered': 'handoff.reviewSettled',
  };

  /** To its recipient a draft does not exist; and what speaks against accepting with a question open is the question. */
  const whyNot = (from: string, step: string) => {
    if (from === 'draft' && sideOf(step) !== 'dsn') return 'item.unknown';
    return from === 'questioned' && step === 'handoff.accepted' ? 'handoff.question' : 'handoff.state';
  };
  const sideOf = (step: string) => (ofSender.includes(step) ? 'dsn' : 'hvn');
  const ofSender = [
    ...['handoff.composed', 'handoff.sent', 'handoff.answered', 'handoff.withdrawn'],
    ...['handoff.talkedOver', 'handoff.reviewAnswered'],
  ];
  const bodyOf = (step: string): Record<string, unknown> => ({
    handoffId,
    ...(step === 'handoff.composed' ? { content: '第2版' } : {}),
    ...(step === 'handoff.sectionConfirmed' ? { section: 'condition' } : {}),
    ...(step === 'handoff.asked' ? { questionId: 'q9', section: 'nutrition', question: '量は' } : {}),
    ...(step === 'handoff.answered' ? { questionId: 'q1', answer: '5 mL' } : {}),
    ...(step === 'handoff.accepted' ? { withConditions: false, firstVisitOn: '@43' } : {}),
    ...(step === 'handoff.declined' ? { declineReason: 'hours' } : {}),
    ...(step === 'handoff.taughtBack' ? { topic: 'airwayOut', sure: false } : {}),
    ...(step === 'handoff.talkedOver' ? { topic: 'airwayOut', outcome: 'talked' } : {}),
    ...(step === 'handoff.reviewed' ? { informed: 'informedWell' } : {}),
    ...(step === 'handoff.reviewAnswered' ? { reply: '直しました' } : {}),
  });

  /** A handoff in each status, with one question (`q1`) known to it. */
  function standingIn(wanted: string): Story {
    if (wanted === 'draft')
      return aCase()
        .goesTo('readyForDischarge')
        .sends('dsn', 'handoff.composed', { handoffId, recipient: 'org-nozomi', content: '-' });
    const asked = confirmed(sent()).sends('hvn', 'handoff.asked', {
      handoffId,
      questionId: 'q1',
      section: 'nutrition',
      question: '量は',
    });
    if (wanted === 'questioned') return asked;
    if (wanted === 'declined') return asked.sends('hvn', 'handoff.declined', { handoffId, declineReason: 'other' });
    if (wanted === 'withdrawn') return asked.sends('dsn', 'handoff.withdrawn', { handoffId });
    const answered = asked.sends('dsn', 'handoff.answered', { handoffId, questionId: 'q1', answer: '5 mL' });
    if (wanted === 'answered') return answered;
    const again = answered.sends('dsn', 'handoff.composed', { handoffId }).sends('dsn', 'handoff.sent', { handoffId });
    if (wanted === 'sent') return again;
    const opened = again.sends('hvn', 'handoff.opened', { handoffId });
    if (wanted === 'opened') return opened;
    const withConditions = wanted === 'acceptedWithConditions';
    const accepted = opened.sends('hvn', 'handoff.accepted', { handoffId, withConditions, firstVisitOn: '@43' });
    if (wanted !== 'closed') return accepted;
    return accepted
      .prepares('handoff.composed', 'handoff.sent', 'handoff.opened', 'handoff.sectionConfirmed', 'handoff.accepted')
      .sends('dsn', 'discharge.done', { destination: 'home' })
      .sends('hvn', 'firstVisit.begun')
      .prepares()
      .sends('dsn', 'firstVisit.closed');
  }
});

describe('a handoff', () => {
  it('is not sent without the consent of the family for its recipient', () => {
    const child = aCase().goesTo('readyForDischarge');
    child
      .sends('dsn', 'handoff.composed', { handoffId, recipient: 'org-nozomi', content: '-' })
      .sends('dsn', 'consent.withdrawn', { consentId: 'c-station' });
    expect(refusal(child, 'dsn', 'handoff.sent')).toEqual(['handoff.consent']);
  });

  it('keeps each side to its own steps', () => {
    const child = sent();
    expect(refusal(child, 'dsn', 'handoff.opened')).toEqual(['handoff.side']);
    expect(refusal(child, 'hvn2', 'handoff.opened')).toEqual(['item.unknown']);
    expect(refusal(child, 'hvn', 'handoff.withdrawn')).toEqual(['handoff.side']);
    expect(refusal(child, 'hvn', 'handoff.opened', { handoffId: 'none' })).toEqual(['item.unknown']);
  });

  it('is never turned to another recipient: what was written for one is not sent to the next', () => {
    const child = sent();
    expect(refusal(child, 'dsn', 'handoff.composed', { recipient: 'org-aozora', content: '-' })).toEqual([
      'handoff.anotherRecipient',
    ]);
    expect(refusal(child, 'dsn', 'handoff.composed', { recipient: 'org-nozomi', content: '-' })).toEqual([]);
  });

  it('that was sent is withdrawn where both ends see it, and not corrected away', () => {
    const child = sent();
    const { seq } = child.past.at(-1)?.event ?? { seq: 0 };
    expect(codesOf(child.tries('dsn', 'entry.corrected', { seq, reason: '取り違え' }))).toEqual(['correction.sent']);
    expect(refusal(child, 'dsn', 'handoff.withdrawn')).toEqual([]);
  });

  it('is to somebody: an organisation of the network, or one outside it by name', () => {
    const child = aCase().goesTo('readyForDischarge');
    const compose = (body: object) => refusal(child, 'dsn', 'handoff.composed', { content: '九つの項目', ...body });
    expect(compose({})).toEqual(['handoff.recipient']);
    expect(compose({ outside: '島の診療所' })).toEqual([]);
    expect(compose({})).toEqual([]);
  });

  it('is confirmed and accepted as it was sent, whatever the lead is writing meanwhile', () => {
    const child = confirmed(sent());
    child.sends('dsn', 'handoff.composed', { handoffId, content: '第2版', changedSections: ['breathing'] });
    const handoff = () => child.facts().handoffs[0];
    expect(handoff()).toMatchObject({
      version: 2,
      sentVersion: 1,
      changed: ['breathing'],
      confirmed: ['condition', 'breathing', 'medicines', 'emergencies'],
    });
    child.sends('dsn', 'handoff.sent', { handoffId });
    expect(handoff()).toMatchObject({
      version: 2,
      sentVersion: 2,
      confirmed: ['condition', 'medicines', 'emergencies'],
    });
    expect(handoff()).not.toHaveProperty('changed');
    expect(refusal(child, 'hvn', 'handoff.accepted', acceptance)).toEqual(['handoff.unconfirmed']);
  });

  it('of which no changed section is named is confirmed anew as a whole', () => {
    const child = confirmed(sent()).sends('dsn', 'handoff.composed', { handoffId, content: '第2版' });
    child.sends('dsn', 'handoff.sent', { handoffId });
    expect(child.facts().handoffs[0]?.confirmed).toEqual([]);
  });

  it('is known to its recipient in the versions that were sent, never in one that was replaced before', () => {
    const child = aCase()
      .goesTo('readyForDischarge')
      .sends('dsn', 'handoff.composed', { handoffId, recipient: 'org-nozomi', content: '誤り' });
    const mistake = child.past.at(-1)?.event;
    child.sends('dsn', 'handoff.composed', { handoffId, content: '清書' });
    const clean = child.past.at(-1)?.event;
    const addressee = handoffEvents[0].addressee;
    const toldTo = (event: typeof mistake) => event && addressee?.(child.facts(), event as never);
    expect([toldTo(mistake), toldTo(clean)]).toEqual([undefined, undefined]);
    child.sends('dsn', 'handoff.sent', { handoffId });
    expect([toldTo(mistake), toldTo(clean)]).toEqual([undefined, 'org-nozomi']);
  });

  it('that was never sent and is withdrawn does not exist for its recipient', () => {
    const child = aCase()
      .goesTo('readyForDischarge')
      .sends('dsn', 'handoff.composed', { handoffId, recipient: 'org-nozomi', content: '-' })
      .sends('dsn', 'handoff.withdrawn', { handoffId });
    const withdrawn = child.past.at(-1)?.event;
    const definition = handoffEvents.find(({ type }) => type === 'handoff.withdrawn');
    expect(withdrawn && definition?.addressee?.(child.facts(), withdrawn as never)).toBeUndefined();
    expect(refusal(child, 'hvn', 'handoff.opened')).toEqual(['item.unknown']);
  });

  it('is accepted only with the critical sections confirmed', () => {
    const child = sent().sends('hvn', 'handoff.sectionConfirmed', { handoffId, section: 'condition' });
    expect(status(child)).toBe('opened');
    const refused = child.tries('hvn', 'handoff.accepted', { handoffId, ...acceptance });
    expect(refused).toMatchObject({
      reasons: [{ code: 'handoff.unconfirmed', params: { sections: ['breathing', 'medicines', 'emergencies'] } }],
    });
    confirmed(child).sends('hvn', 'handoff.accepted', {
      ...{ handoffId, ...acceptance },
      ...{ withConditions: true, conditions: '週3日' },
    });
    expect(status(child)).toBe('acceptedWithConditions');
  });

  it('is answered when every question is', () => {
    const child = sent();
    for (const questionId of ['q1', 'q2'])
      child.sends('hvn', 'handoff.asked', { handoffId, questionId, section: 'nutrition', question: '量は' });
    child.sends('dsn', 'handoff.answered', { handoffId, questionId: 'q1', answer: '5 mL' });
    expect(status(child)).toBe('questioned');
    child.sends('dsn', 'handoff.answered', { handoffId, questionId: 'q2', answer: '変わりなし' });
    expect(status(child)).toBe('answered');
    expect(refusal(child, 'dsn', 'handoff.answered', { questionId: 'q3', answer: '-' })).toEqual(['item.unknown']);
  });

  it('asks for what changed in a new version only, and for a new acceptance', () => {
    const child = confirmed(sent()).sends('hvn', 'handoff.accepted', { handoffId, ...acceptance });
    child
      .sends('dsn', 'handoff.composed', { handoffId, content: '第2版', changedSections: ['medicines'] })
      .sends('dsn', 'handoff.sent', { handoffId });
    expect(child.facts().handoffs).toMatchObject([
      { version: 2, status: 'sent', confirmed: ['condition', 'breathing', 'emergencies'] },
    ]);
    expect(refusal(child, 'hvn', 'handoff.accepted', { withConditions: false })).toEqual(['handoff.unconfirmed']);
  });

  it('leaves a visit that took place as it is when a later version is accepted', () => {
    const child = aCase().goesTo('followUp');
    const before = child.facts().visits;
    child.sends('dsn', 'handoff.composed', { handoffId, content: '第2版' }).sends('dsn', 'handoff.sent', { handoffId });
    confirmed(child).sends('hvn', 'handoff.accepted', { handoffId, withConditions: false, firstVisitOn: '@90' });
    expect(child.facts().visits).toEqual(before);
  });

  it('proposes a first visit whose id is an id, however long its own', () => {
    const long = 'a'.repeat(40);
    const child = aCase()
      .goesTo('readyForDischarge')
      .sends('dsn', 'handoff.composed', { handoffId: long, outside: '島の診療所', content: '-' })
      .sends('dsn', 'handoff.sent', { handoffId: long })
      .sends('dsn', 'handoff.accepted', { handoffId: long, withConditions: false, firstVisitOn: '@43' });
    expect(caseFacts.safeParse(child.facts()).error).toBeUndefined();
    expect(child.facts().visits).toMatchObject([{ kind: 'first', plannedOn: '2026-02-17' }]);
  });

  it('for a recipient outside the network is answered by the lead, who heard it on the telephone', () => {
    const child = aCase()
      .goesTo('readyForDischarge')
      .sends('dsn', 'handoff.composed', { handoffId, outside: '島の診療所', content: '-' })
      .sends('dsn', 'handoff.sent', { handoffId })
      .sends('dsn', 'handoff.accepted', { handoffId, withConditions: false });
    expect(status(child)).toBe('accepted');
  });
});
