import { describe, expect, it } from 'vitest';
import { type CaseFacts, emptyFacts } from '../facts.ts';
import { aCase, type Story } from '../histories/a-case.ts';
import { codesOf } from '../histories/walk.ts';
import { redecide } from '../redecide.ts';
import { careNeeds } from '../vocabulary.ts';
import { toTalkOver } from './open-points.ts';
import { criticalSections } from './section-list.ts';
import { teachBack, teachBackOf } from './teach-back.ts';

const handoffId = 'h1';
const acceptance = { handoffId, withConditions: false, firstVisitOn: '@43' };

const known = (needs: CaseFacts['needs'], electric = false) => ({
  ...emptyFacts('org'),
  needs,
  devices: [
    {
      ...{ id: 'd1', kind: 'ventilator', electric, atHome: true, consumables: true, vendorPhone24h: true },
      ...{ seq: 1, on: '2026-01-05', round: 0 },
    },
  ],
});

describe('the questions of a child', () => {
  it('are three to six, the dangers of this child first, and two that hold for every child', () => {
    for (const needs of [[], ['other'], ['gastrostomy'], [...careNeeds]] as const)
      for (const electric of [false, true]) {
        const asked = teachBackOf(known([...needs], electric), () => true);
        expect(asked.length).toBeGreaterThanOrEqual(3);
        expect(asked.length).toBeLessThanOrEqual(6);
        expect(asked).toEqual(expect.arrayContaining(['whomAtNight', 'unlikeUsual']));
        expect(new Set(asked).size).toBe(asked.length);
      }
    expect(teachBackOf(known(['tracheostomy', 'suction'], true), () => true)).toEqual([
      'airwayOut',
      'powerOut',
      'secretions',
      'whomAtNight',
      'unlikeUsual',
    ]);
    expect(teachBackOf(known([]), () => true)).toEqual(['whomAtNight', 'unlikeUsual', 'medicineMissed']);
  });

  it('ask nothing of a section that the receiver does not read', () => {
    const asked = teachBackOf(known(['gastrostomy', 'tracheostomy'], true), section => section !== 'nutrition');
    expect(asked.map(topic => teachBack[topic].section)).not.toContain('nutrition');
    expect(teachBackOf(known(['gastrostomy']), () => false)).toEqual([]);
  });
});

/** A handoff that was sent with questions to the station, opened and read. */
const sent = (body: object = { teachBack: true }): Story => {
  const child = aCase().goesTo('readyForDischarge');
  child.sends('dsn', 'handoff.composed', { handoffId, recipient: 'org-nozomi', content: '九つの項目' });
  child.sends('dsn', 'handoff.sent', { handoffId, ...body }).sends('hvn', 'handoff.opened', { handoffId });
  for (const section of criticalSections) child.sends('hvn', 'handoff.sectionConfirmed', { handoffId, section });
  return child;
};
const asked = (child: Story) => child.facts().handoffs[0]?.teachBack ?? [];
const says = (child: Story, topic: string, body: object = { sure: true, inOwnWords: 'まず予備を入れる' }) =>
  child.sends('hvn', 'handoff.taughtBack', { handoffId, topic, ...body });
const saysAll = (child: Story) => {
  for (const { topic } of asked(child)) says(child, topic);
  return child;
};

describe('what is said back', () => {
  it('is asked where the sender wants it, and nowhere else', () => {
    expect(asked(sent({})).length).toBe(0);
    expect(codesOf(sent({}).tries('hvn', 'handoff.accepted', acceptance))).toEqual([]);
    expect(asked(sent()).map(({ topic }) => topic)).toContain('airwayOut');
  });

  it('comes before the acceptance; not being sure is an answer and keeps nobody from anything', () => {
    const child = sent();
    expect(child.tries('hvn', 'handoff.accepted', acceptance)).toMatchObject({
      reasons: [{ code: 'handoff.teachBack', fix: { event: 'handoff.taughtBack', fill: { handoffId } } }],
    });
    for (const { topic } of asked(child)) says(child, topic, { sure: false });
    expect(codesOf(child.tries('hvn', 'handoff.accepted', acceptance))).toEqual([]);
    expect(redecide(child.past)).toMatchObject({ ok: true });
  });

  it('is said in words by whoever is sure, by the receiver, about what is asked', () => {
    const child = sent();
    const codes = (by: string, body: object) => codesOf(child.tries(by, 'handoff.taughtBack', { handoffId, ...body }));
    expect(codes('hvn', { topic: 'airwayOut', sure: true })).toEqual(['teachBack.noWords']);
    expect(codes('hvn', { topic: 'sugarFalls', sure: false })).toEqual(['item.unknown']);
    expect(codes('dsn', { topic: 'airwayOut', sure: false })).toEqual(['handoff.side']);
  });

  it('that is not sure is the sender’s to talk over, and no more once it was', () => {
    const child = sent();
    says(child, 'airwayOut', { sure: false, inOwnWords: '予備の場所がわからない' });
    const open = () => toTalkOver(child.facts().handoffs[0] ?? expect.fail()).map(({ topic }) => topic);
    expect(open()).toEqual(['airwayOut']);
    child.sends('dsn', 'handoff.talkedOver', { handoffId, topic: 'airwayOut', outcome: 'talked', heard: '電話で' });
    expect(open()).toEqual([]);
    // Sure, and not as it is: the sender says so.
    says(child, 'whomAtNight');
    child.sends('dsn', 'handoff.talkedOver', { handoffId, topic: 'whomAtNight', outcome: 'toTalk' });
    expect(open()).toEqual(['whomAtNight']);
    const unsaid = { handoffId, topic: 'unlikeUsual', outcome: 'agreed' };
    expect(codesOf(child.tries('dsn', 'handoff.talkedOver', unsaid))).toEqual(['teachBack.notSaid']);
    expect(codesOf(child.tries('hvn', 'handoff.talkedOver', { ...unsaid, topic: 'airwayOut' }))).toEqual([
      'handoff.side',
    ]);
  });

  it('counts on no more minutes than the shortest battery was measured to last', () => {
    const child = aCase().goesTo('readyForDischarge');
    child.sends('dsn', 'device.chosen', {
      ...{ deviceId: 'd-vent', kind: 'ventilator', electric: true, atHome: true, consumables: true },
      ...{ vendorPhone24h: true, batteryMinutes: 90, batteryOn: '@30' },
    });
    child.sends('dsn', 'handoff.composed', { handoffId, recipient: 'org-nozomi', content: '九つの項目' });
    child.sends('dsn', 'handoff.sent', { handoffId, teachBack: true });
    const check = () => asked(child).find(({ topic }) => topic === 'powerOut')?.check;
    says(child, 'powerOut', { sure: true, inOwnWords: '手動に替える', minutes: 300 });
    expect(check()).toBe('toTalk');
    says(child, 'powerOut', { sure: true, inOwnWords: '手動に替える', minutes: 90 });
    expect(check()).toBeUndefined();
  });

  it('is asked anew of a section that changed, and stays for those that did not', () => {
    const child = saysAll(sent());
    child.sends('dsn', 'handoff.composed', { handoffId, breathing: '吸引圧を変えた' }).sends('dsn', 'handoff.sent', {
      ...{ handoffId, teachBack: true },
    });
    for (const { topic, section, said } of asked(child))
      expect([topic, said === undefined]).toEqual([topic, section === 'breathing']);
  });
});

describe('an acceptance', () => {
  it('is bound to the version that was sent and to the mark of its text', () => {
    const child = sent({});
    child.sends('hvn', 'handoff.accepted', { ...acceptance, readHash: '0'.repeat(64) });
    expect(child.past.at(-1)?.event.body).toMatchObject({ ofVersion: 1, ofHash: '0'.repeat(64) });
  });

  it('of another text than the one that is there is refused', () => {
    const child = sent({});
    const codes = codesOf(child.tries('hvn', 'handoff.accepted', { ...acceptance, readHash: 'a'.repeat(64) }));
    expect(codes).toEqual(['handoff.otherVersion']);
  });
});

describe('whom to call at night', () => {
  const without = () => {
    const child = aCase().goesTo('readyForDischarge');
    const facts = child.facts();
    return { ...facts, contacts: facts.contacts.filter(({ when }) => when !== 'night') };
  };

  it('is written into the handoff or recorded for the case before anything is sent', async () => {
    const { sendObjections } = await import('./objections.ts');
    const facts = without();
    const draft = {
      ...{ id: 'h9', org: 'org-nozomi', status: 'draft' as const, version: 1 },
      confirmed: [],
      questions: [],
    };
    const stamp = { seq: 1, on: '2026-02-12', round: 0 };
    const event = {
      ...{ type: 'handoff.sent', seq: 2, at: '2026-02-12T00:00:00.000Z', on: '2026-02-12', body: { handoffId: 'h9' } },
      by: { membership: 'm', person: 'p', org: facts.lead, role: 'dischargeNurse' as const, mayWaive: false },
    };
    const codes = (handoff: object, contacts = facts.contacts) => {
      const said = sendObjections({ ...facts, contacts, handoffs: [{ ...stamp, ...draft, ...handoff }] }, event);
      return (Array.isArray(said) ? said : [said]).flatMap(one => one?.code ?? []);
    };
    expect(codes({})).toEqual(['handoff.nightContact']);
    expect(codes({ night: true })).toEqual([]);
    expect(codes({}, [...facts.contacts, { ...stamp, when: 'night' as const }])).toEqual([]);
  });

  it('is remembered once it was written', () => {
    const child = aCase().goesTo('readyForDischarge');
    child.sends('dsn', 'handoff.composed', { handoffId, recipient: 'org-nozomi', contactsNight: '当直 045' });
    expect(child.facts().handoffs[0]).toMatchObject({ night: true });
    child.sends('dsn', 'handoff.composed', { handoffId, content: '改めた' });
    expect(child.facts().handoffs[0]).toMatchObject({ night: true });
  });
});
