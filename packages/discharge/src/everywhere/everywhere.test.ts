import { describe, expect, it } from 'vitest';
import { cardOf, deadlinesOf, dueOf, transitionsOf } from '../chart.ts';
import { aCase, fork, type Story } from '../histories/a-case.ts';
import { codesOf } from '../histories/walk.ts';

const waive = (child: Story, by: string, requirementId: string) =>
  codesOf(child.tries(by, 'requirement.waived', { requirementId, reason: '事情がある' }));
const leave = (child: Story) => codesOf(child.tries('dsn', 'discharge.done', { destination: 'home' }));

describe('an exception', () => {
  it('is made by a head nurse or the doctor of the lead, nobody else', () => {
    const child = aCase().goesTo('familyInterview');
    for (const by of ['dsn', 'ward', 'hvn', 'coord', 'regional'])
      expect(waive(child, by, 'interviewHeld')).toEqual(['waiver.notYours']);
    expect(waive(child, 'head', 'interviewHeld')).toEqual([]);
    expect(waive(aCase().goesTo('familyInterview'), 'doctor', 'interviewHeld')).toEqual([]);
  });

  it.each([
    'hospitalConsentRecorded',
    'consentEveryRecipient',
    'contactsDayAndNight',
    'doctorOrderedDischarge',
    'wishRecorded',
  ])('is never made of %s', id => {
    expect(waive(aCase(), 'head', id)).toEqual(['waiver.never']);
  });

  it('is refused for a condition that does not exist', () => {
    expect(waive(aCase(), 'head', 'noSuchThing')).toEqual(['waiver.unknown']);
  });

  it('of a safety condition needs the head nurse and the doctor', () => {
    const child = aCase().goesTo('readyForDischarge').prepares('medication.transcribed');
    expect(leave(child)).toEqual(['medicationTranscribed']);
    waive(child, 'head', 'medicationTranscribed');
    waive(child, 'head', 'medicationTranscribed');
    expect(leave(child)).toEqual(['medicationTranscribed']);
    expect(child.facts().waivers).toHaveLength(1);
    waive(child, 'doctor', 'medicationTranscribed');
    const view = transitionsOf(child.state(), child.on()).find(({ event }) => event === 'discharge.done');
    expect(view?.done.find(({ code }) => code === 'medicationTranscribed')).toMatchObject({ how: 'waived' });
    expect(leave(child)).toEqual([]);
  });

  it('counts for this entry of the stage only, and shows on the card as long', () => {
    const child = aCase().goesTo('readyForDischarge').prepares('school.informed');
    waive(child, 'head', 'schoolInformed');
    const flags = () =>
      cardOf({ id: 'c', no: 'K-1', name: null, kana: null }, child.state(), { version: 1, on: child.on() }).flags;
    expect(flags()).toEqual(['exception']);
    child.sends('dsn', 'discharge.postponed', { reason: '発熱' }).sends('dsn', 'conference.convened');
    expect(flags()).toEqual([]);
    child
      .sends('dsn', 'dischargeDay.planned', { dischargeOn: '@50' })
      .sends('dsn', 'preparation.closed')
      .sends('doctor', 'discharge.ordered')
      .sends('doctor', 'condition.assessed', { stable: true });
    expect(leave(child)).toEqual(['schoolInformed']);
  });

  it('is not walked through by the one who made it: somebody else makes the move', () => {
    const child = aCase().goesTo('readyForDischarge').prepares('school.informed');
    waive(child, 'head', 'schoolInformed');
    const alone = child.tries('head', 'discharge.done', { destination: 'home' });
    expect(alone).toMatchObject({
      kind: 'requirementsUnmet',
      reasons: [{ code: 'schoolInformed', params: { waivedBy: 'self' }, waivable: 'no' }],
    });
    expect(leave(child)).toEqual([]);
  });

  it('of a safety condition made by two people lets either of them make the move', () => {
    const child = aCase().goesTo('readyForDischarge').prepares('medication.transcribed');
    waive(child, 'head', 'medicationTranscribed');
    waive(child, 'doctor', 'medicationTranscribed');
    expect(codesOf(child.tries('head', 'discharge.done', { destination: 'home' }))).toEqual([]);
  });

  it('does not make a track ready: the condition that reads it is waived', () => {
    const child = aCase().goesTo('jointConference').prepares();
    child.sends('dsn', 'entitlement.updated', { kind: 'dailyEquipment', state: 'needed' });
    waive(child, 'head', 'entitlementsReady');
    expect(child.position().tracks.entitlements).toBe('working');
    child.sends('dsn', 'preparation.closed');
  });

  it('in a disaster is the same event on another ground', () => {
    const child = aCase().goesTo('familyInterview').prepares('interview.held');
    child
      .sends('head', 'requirement.waived', { requirementId: 'interviewHeld', reason: '地震', ground: 'disaster' })
      .sends('dsn', 'interview.completed');
  });
});

describe('the lead', () => {
  it('goes over when it is offered by the lead and accepted by the other', () => {
    const child = aCase().goesTo('preparing');
    expect(codesOf(child.tries('regional', 'lead.accepted'))).toEqual(['lead.notOffered']);
    expect(codesOf(child.tries('hvn', 'lead.offered', { organisation: 'org-chiiki' }))).toEqual(['lead.only']);
    expect(codesOf(child.tries('dsn', 'lead.offered', { organisation: 'org-kodomo' }))).toEqual(['lead.already']);
    child.sends('dsn', 'lead.offered', { organisation: 'org-chiiki' });
    expect(codesOf(child.tries('hvn', 'lead.accepted'))).toEqual(['lead.notOffered']);
    child.sends('dsn', 'consent.recorded', { ...forLead, recipient: 'org-chiiki', from: '@0', until: '@90' });
    child.sends('regional', 'lead.accepted');
    expect(child.facts().lead).toBe('org-chiiki');
    expect(child.facts().leadOffered).toBeUndefined();
    expect(child.position().stage).toBe('preparing');
    expect(codesOf(child.tries('dsn', 'lead.offered', { organisation: 'org-kodomo' }))).toEqual(['lead.only']);
  });
});

describe('a lead that the family has not consented to', () => {
  const offered = () => aCase().goesTo('preparing').sends('dsn', 'lead.offered', { organisation: 'org-chiiki' });
  const consentOf = (recipient: string) => ({ ...forLead, recipient, from: '@0', until: '@20' });
  const accept = (child: Story) => codesOf(child.tries('regional', 'lead.accepted'));

  it('is not accepted: what is missing, who records it and where is said', () => {
    const child = offered();
    expect(child.tries('regional', 'lead.accepted')).toMatchObject({
      ok: false,
      reasons: [
        {
          code: 'lead.consent',
          params: { recipient: 'org-chiiki' },
          waivable: 'no',
          fix: { event: 'consent.recorded', fill: { scope: 'recipient', recipient: 'org-chiiki', purpose: 'care' } },
          turn: { org: 'org-kodomo', role: 'dischargeNurse' },
        },
      ],
    });
    child.sends('dsn', 'consent.recorded', consentOf('org-nozomi-2'));
    expect(accept(child)).toEqual(['lead.consent']);
  });

  it.each([
    ['for images', { categories: ['images'], purpose: 'programme' }],
    ['for anonymous figures', { purpose: 'programme' }],
    ['for school', { purpose: 'school' }],
    ['without the clinical summary', { categories: ['contacts', 'plan'] }],
    ['without contacts', { categories: ['clinical', 'plan'] }],
    ['without the plan', { categories: ['contacts', 'clinical'] }],
  ])('is not accepted by a consent %s', (_, change) => {
    expect(accept(offered().sends('dsn', 'consent.recorded', { ...consentOf('org-chiiki'), ...change }))).toEqual([
      'lead.consent',
    ]);
  });

  it('is accepted where two consents for care name together what a lead needs', () => {
    const child = offered();
    child.sends('dsn', 'consent.recorded', { ...consentOf('org-chiiki'), categories: ['contacts'] });
    const other = { ...consentOf('org-chiiki'), consentId: 'c2', categories: ['clinical', 'plan'] };
    expect(accept(child)).toEqual(['lead.consent']);
    expect(accept(child.sends('dsn', 'consent.recorded', other))).toEqual([]);
  });

  it('is accepted by consent for the new lead, as long as that counts', () => {
    const child = offered().sends('dsn', 'consent.recorded', consentOf('org-chiiki'));
    expect(accept(fork(child))).toEqual([]);
    expect(accept(fork(child).sends('dsn', 'consent.withdrawn', { consentId: shared.consentId }))).toEqual([
      'lead.consent',
    ]);
    expect(accept(fork(child).waits(60))).toEqual(['lead.consent']);
  });
});

/** Consent to share with the station for twenty days. */
const shared = {
  consentId: 'c1',
  scope: 'recipient',
  recipient: 'org-nozomi',
  categories: ['plan'],
  purpose: 'care',
  from: '@0',
  until: '@20',
  givers: [{ relation: 'grandparent', authority: 'guardian' }],
  method: 'electronic',
};

const forLead = { ...shared, categories: ['contacts', 'clinical', 'plan'] };

describe('what lapses', () => {
  it('is recorded the day after its last day, for consents, orders, entitlements and skills alike', () => {
    const child = aCase().goesTo('preparing');
    child
      .sends('dsn', 'consent.recorded', shared)
      .sends('doctor', 'order.issued', { from: '@0', until: '@20' })
      .sends('dsn', 'entitlement.updated', { kind: 'dailyEquipment', state: 'granted', until: '@20' });
    const lapse = (kind: string, ref: string) => codesOf(child.tries('clock', 'fact.lapsed', { kind, ref }));
    const all = [
      ['consent', 'c1'],
      ['order', 'order'],
      ['entitlement', 'dailyEquipment'],
    ] as const;
    child.waits(20 - child.day());
    for (const [kind, ref] of all) expect(lapse(kind, ref)).toEqual(['lapse.none']);
    child.waits(1);
    for (const [kind, ref] of all) expect(lapse(kind, ref)).toEqual([]);
    for (const [kind, ref] of all) expect(lapse(kind, ref)).toEqual(['lapse.none']);
    expect(child.facts()).toMatchObject({
      nursingOrder: { lapsedOn: '2026-01-26' },
      entitlements: [{ lapsedOn: '2026-01-26' }],
    });
    expect(lapse('skill', 'nothing')).toEqual(['lapse.none']);
  });
});

describe('a consent in a closed case', () => {
  const closed = () =>
    aCase()
      .goesTo('preparing')
      .sends('dsn', 'consent.recorded', shared)
      .sends('doctor', 'order.issued', { from: '@0', until: '@20' })
      .sends('dsn', 'case.closed', { how: 'movedOut', reason: '転居' });
  const lapse = (child: Story, kind: string, ref: string) =>
    codesOf(child.tries('clock', 'fact.lapsed', { kind, ref }));

  it('ends on its last day as in an open one; nothing else lapses, and no card shows it as due', () => {
    const child = closed();
    expect(deadlinesOf(child.facts())).toEqual([
      { kind: 'lapse.consent', ref: 'c1', on: '2026-01-26', fires: 'fact.lapsed' },
    ]);
    child.waits(21 - child.day());
    expect(lapse(child, 'order', 'order')).toEqual(['lapse.none']);
    expect(dueOf(child.facts(), child.on())).toBeNull();
    expect(lapse(child, 'consent', 'c1')).toEqual([]);
    expect(child.facts().consents.at(-1)).toMatchObject({ lapsedOn: '2026-01-26' });
    expect(child.position().stage).toBe('closed');
    expect(deadlinesOf(child.facts())).toEqual([]);
  });

  it('waits for nothing any more once the child has died', () => {
    const child = closed().sends('doctor', 'child.died');
    expect(deadlinesOf(child.facts())).toEqual([]);
    child.waits(30);
    expect(lapse(child, 'consent', 'c1')).toEqual(['stage.event']);
  });
});

describe('a consent that begins later', () => {
  const promised = (from: string, more: Record<string, unknown> = {}) =>
    aCase()
      .goesTo('preparing')
      .sends('dsn', 'consent.recorded', {
        consentId: 'c1',
        scope: 'recipient',
        recipient: 'org-nozomi',
        categories: ['plan'],
        purpose: 'care',
        from,
        givers: [{ relation: 'grandparent', authority: 'guardian' }],
        method: 'paper',
        ...more,
      });
  const rows = (child: Story) => deadlinesOf(child.facts()).filter(({ kind }) => kind === 'begin.consent');
  const begin = (child: Story) => codesOf(child.tries('clock', 'fact.begun', { kind: 'consent', ref: 'c1' }));

  it('waits for its first day, on which the clock records once that it is in force', () => {
    const child = promised('@20');
    expect(rows(child)).toEqual([{ kind: 'begin.consent', ref: 'c1', on: '2026-01-25', fires: 'fact.begun' }]);
    child.waits(19 - child.day());
    expect(begin(child)).toEqual(['begin.none']);
    child.waits(1);
    expect(begin(child)).toEqual([]);
    expect(child.facts().consents.at(-1)).toMatchObject({ id: 'c1', begunOn: '2026-01-25' });
    expect(rows(child)).toEqual([]);
    expect(begin(child)).toEqual(['begin.none']);
  });

  it('is not waited for when it is in force from the day of recording, or was before', () => {
    expect(rows(promised('@8'))).toEqual([]);
    expect(rows(promised('@1'))).toEqual([]);
    expect(begin(promised('@8'))).toEqual(['begin.none']);
  });

  it('is not waited for any more once it is withdrawn or was recorded by mistake', () => {
    const withdrawn = promised('@20').sends('dsn', 'consent.withdrawn', { consentId: 'c1' });
    const corrected = promised('@20');
    corrected.sends('dsn', 'entry.corrected', { seq: corrected.seq(), reason: '別の子の同意' });
    for (const child of [withdrawn, corrected]) {
      expect(child.steps.at(-1)?.decision).toMatchObject({
        ok: true,
        deadlines: [{ kind: 'begin.consent', ref: 'c1', dueOn: null }],
      });
      expect(rows(child)).toEqual([]);
      child.waits(30);
      expect(begin(child)).toEqual(['begin.none']);
    }
  });

  it('asks nobody for anything: it is never the day that a card shows as due', () => {
    const child = promised('@9').waits(30);
    expect(dueOf(child.facts(), child.on())?.kind).not.toBe('begin.consent');
  });

  it('that was over before the clock came is left to its lapse', () => {
    const child = promised('@20', { until: '@25' }).waits(30);
    expect(begin(child)).toEqual(['begin.none']);
    child.sends('clock', 'fact.lapsed', { kind: 'consent', ref: 'c1' });
    expect(rows(child)).toEqual([]);
  });
});

describe('holds', () => {
  it('are added with a day to look again, and removed', () => {
    const child = aCase().sends('dsn', 'hold.added', {
      holdId: 'w1',
      code: 'familyCircumstances',
      owner: 'm-dsn',
      recheckOn: '@5',
    });
    expect(codesOf(child.tries('dsn', 'hold.added', { holdId: 'w1', code: 'other', recheckOn: '@5' }))).toEqual([
      'item.exists',
    ]);
    const card = cardOf({ id: 'c', no: 'K-1', name: null, kana: null }, child.state(), { version: 1, on: child.on() });
    expect(card).toMatchObject({
      holds: [{ code: 'familyCircumstances', n: 1 }],
      due: { kind: 'holdRecheck', on: '2026-01-10' },
    });
    child.sends('dsn', 'hold.removed', { holdId: 'w1' });
    expect(codesOf(child.tries('dsn', 'hold.removed', { holdId: 'w1' }))).toEqual(['item.unknown']);
  });
});

describe('whereabouts', () => {
  it('are recorded without moving the case', () => {
    const child = aCase().goesTo('followUp').sends('dsn', 'whereabouts.recorded', { place: 'away' });
    expect(child.facts().whereabouts).toBe('away');
    expect(child.position().stage).toBe('followUp');
  });
});
