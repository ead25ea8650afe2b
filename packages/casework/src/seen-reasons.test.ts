import type { Rights } from '@kaerimichi/access';
import { type CaseEvent, type CaseFacts, emptyFacts, type RoleId } from '@kaerimichi/discharge';
import { requirements, type Unmet } from '@kaerimichi/discharge/chart';
import { describe, expect, it } from 'vitest';
import { causeFor, fieldsFor, typeFor } from './entry-kind.ts';
import { seenDone, seenReason } from './reasons.ts';
import { tellCorrections } from './tell-corrections.ts';

/** A condition as the chart explains it to the lead, with all that could tell something. */
const told = (code: string): Unmet => ({
  code,
  text: { ja: '気管内吸引(canary-caregiver)があと2人', en: 'two more for canary-caregiver' },
  params: { caregiver: 'canary-caregiver', left: 2 },
  waivable: 'no',
  evidence: { seq: 7, on: '2026-11-01' },
  fix: { event: 'skill.assessed', fill: { caregiver: 'canary-caregiver' } },
  turn: { org: 'org-secret', role: 'wardNurse', since: '2026-11-01' },
});

const plan: Rights = { plan: 'writeOwn' };

const station = {
  person: 'p',
  membership: 'm',
  org: 'station',
  orgKind: 'visitingNursingStation',
  role: 'visitingNurse',
  flags: [],
} as const;
/** Somebody of the station reads a case that another organisation leads. */
const readerWith = (rights: Rights, facts = emptyFacts('org-secret')) => ({ viewer: station, rights, facts });

describe('a condition', () => {
  it('that waits for another candidate names neither it nor its enquiry to a partner', () => {
    const whole = {
      ...told('communityReady'),
      turn: { org: 'other', role: 'visitingNurse', since: '2026-11-01' },
    } as const;
    const partner = readerWith({ plan: 'writeOwn' }, emptyFacts('lead'));
    const seen = seenReason(whole, partner);
    expect(seen).toMatchObject({
      turn: { org: null, role: 'visitingNurse' },
      params: {},
      fix: { event: 'skill.assessed' },
    });
    expect(seen.fix).not.toHaveProperty('fill');
    const asLead = { ...partner, viewer: { ...station, org: 'lead' } };
    expect(seenReason(whole, asLead)).toBe(whole);
    expect(seenReason({ ...whole, turn: { ...whole.turn, org: 'station' } }, partner)).toMatchObject({
      turn: { org: 'station' },
    });
  });

  it('is told whole to whoever reads the plan and what it is about', () => {
    const whole = told('trainingReady');
    expect(seenReason(whole, readerWith({ ...plan, skills: 'read' }))).toBe(whole);
  });

  it('is told without details, evidence or anything filled in where its category is not read', () => {
    for (const rights of [plan, { ...plan, skills: 'summary' }, { ...plan, skills: 'own' }] satisfies Rights[]) {
      const seen = seenReason(told('trainingReady'), readerWith(rights));
      expect(JSON.stringify(seen)).not.toMatch(/canary|"seq"/);
      expect(seen).toMatchObject({ text: requirements.get('trainingReady')?.text, turn: { org: 'org-secret' } });
      expect(
        seenDone({ code: 'trainingReady', text: told('').text, how: 'met', evidence: { seq: 7 } }, rights),
      ).toEqual({
        code: 'trainingReady',
        how: 'met',
        text: requirements.get('trainingReady')?.text,
      });
    }
  });

  it('that speaks against an event names the lead and the form to whoever sent it, and nothing filled in', () => {
    const objection = { ...told('lead.consent'), fix: { event: 'consent.recorded', fill: { recipient: 'canary' } } };
    const seen = seenReason(objection, readerWith({}));
    expect(seen).toMatchObject({ fix: { event: 'consent.recorded' }, turn: { org: 'org-secret' } });
    expect(JSON.stringify(seen)).not.toMatch(/"canary"|"seq"/);
    expect(seenReason(objection, readerWith({}, emptyFacts('other')))).not.toHaveProperty('turn');
  });

  it('names nobody whose turn it is to whoever does not read the plan', () => {
    for (const code of requirements.keys())
      expect(
        JSON.stringify(seenReason(told(code), readerWith({ skills: 'read', contacts: 'read' }))),
        code,
      ).not.toMatch(/canary|org-secret|"seq"/);
  });
});

describe('the kind of an entry', () => {
  const viewer = station;

  const reader = (rights: Rights, lead = 'hospital') => ({ viewer, rights, facts: emptyFacts(lead) });
  const sent = (type: string, org: string, body = {}, role: RoleId = 'dischargeNurse'): CaseEvent => {
    const by = { membership: 'm2', person: 'p2', org, role, mayWaive: false };
    return { type, seq: 4, at: '2026-11-01T00:00:00.000Z', on: '2026-11-01', by, body };
  };
  const by = (org: string, role?: RoleId) => sent('consent.withdrawn', org, {}, role);

  it('is told of a category that one sees anything of, and of what the own people wrote', () => {
    expect(typeFor(by('hospital'), reader({ family: 'summary' }))).toBe('consent.withdrawn');
    expect(typeFor(by('hospital'), reader({ contacts: 'read', family: 'own' }))).toBe('hidden');
    expect(typeFor(by('station'), reader({}))).toBe('consent.withdrawn');
  });

  it('is told in the lead’s own house of what the same role wrote', () => {
    expect(typeFor(by('station'), reader({}, 'station'))).toBe('hidden');
    expect(typeFor(by('station', 'visitingNurse'), reader({}, 'station'))).toBe('consent.withdrawn');
  });

  it('is told of a handoff or an enquiry to the lead and the one it is addressed to, a draft to the lead alone', () => {
    const stamp = { seq: 2, on: '2026-11-01', round: 0 };
    const handed: CaseFacts['handoffs'][number] = {
      ...stamp,
      id: 'h',
      org: 'station',
      status: 'sent',
      version: 1,
      sentSeq: 4,
      given: [4],
      confirmed: [],
      questions: [],
    };
    const facts: CaseFacts = {
      ...emptyFacts('hospital'),
      team: [{ ...stamp, id: 't', function: 'visitingNurse', org: 'station', state: 'asked' }],
      handoffs: [handed, { ...handed, id: 'other', org: 'elsewhere' }],
    };
    const station = { viewer, rights: { plan: 'writeOwn' }, facts } as const;
    const elsewhere = { ...station, viewer: { ...viewer, org: 'elsewhere' } };
    const lead = { ...station, viewer: { ...viewer, org: 'hospital', role: 'dischargeNurse' } } as const;
    const composed = sent('handoff.composed', 'hospital', { handoffId: 'h' });
    const asked = sent('candidate.asked', 'hospital', { candidateId: 't' });
    for (const entry of [composed, asked]) {
      expect(typeFor(entry, station)).toBe(entry.type);
      expect(typeFor(entry, lead)).toBe(entry.type);
      expect(typeFor(entry, elsewhere)).toBe('hidden');
    }
    expect(typeFor({ ...composed, seq: 5 }, station)).toBe('hidden');
    expect(typeFor({ ...composed, seq: 5 }, lead)).toBe('handoff.composed');
    expect(typeFor(sent('handoff.declined', 'elsewhere', { handoffId: 'other' }), station)).toBe('hidden');
  });

  it('is told with the fields of its own category; what is set apart only to whoever reads that', () => {
    const registered = sent('case.registered', 'hospital', {
      lead: 'hospital',
      bornOn: '2020-01-01',
      needs: ['oxygen'],
    });
    const written = sent('plan.written', 'hospital', { homeNursing: true, devices: [], entitlements: [] });
    const lapsed = (kind: string) => sent('fact.lapsed', 'system', { kind, ref: 'r' });
    const of = (event: CaseEvent, rights: Rights) => Object.keys(fieldsFor(event.body, event, reader(rights)));
    expect(of(registered, plan)).toEqual(['lead']);
    expect(of(registered, { ...plan, contacts: 'read' })).toEqual(['lead', 'bornOn']);
    expect(of(written, { ...plan, skills: 'summary' })).toEqual(['homeNursing']);
    expect(of(written, { ...plan, money: 'read' })).toEqual(['homeNursing', 'entitlements']);
    expect(of(lapsed('consent'), plan)).toEqual([]);
    expect(of(lapsed('skill'), { ...plan, skills: 'read' })).toEqual(['kind', 'ref']);
    expect(of(lapsed('somethingNew'), { ...plan, skills: 'read', family: 'read' })).toEqual([]);
  });

  it('of a merge tells the other case to the lead alone, whatever another organisation reads', () => {
    const other = { no: 'K-00002', absorbed: 'other', team: [], consents: [] };
    const all = { plan: 'write', family: 'read' } as const;
    const of = (type: string, body: object, lead: string) =>
      Object.keys(fieldsFor({ ...body }, sent(type, 'hospital', body), reader(all, lead)));
    expect(of('case.absorbed', other, 'hospital')).toEqual(['team', 'consents']);
    expect(of('case.absorbed', other, 'station')).toEqual(['no', 'absorbed', 'team', 'consents']);
    expect(of('case.merged', { into: 'other', no: 'K-00001' }, 'hospital')).toEqual([]);
    expect(of('case.merged', { into: 'other', no: 'K-00001' }, 'station')).toEqual(['into', 'no']);
    for (const type of ['case.absorbed', 'case.merged']) {
      expect(of(type, { reason: 'K-00002 と同じお子さん' }, 'hospital')).toEqual([]);
      expect(of(type, { reason: 'K-00002 と同じお子さん' }, 'station')).toEqual(['reason']);
    }
  });

  it('that another case was taken in is told to the lead in its own words, to others as records taken over', () => {
    const absorbed = sent('case.absorbed', 'hospital', {});
    const of = (lead: string) => tellCorrections([], reader({ plan: 'read' }, lead))(absorbed).label;
    expect(of('station')).toMatchObject({ ja: expect.stringContaining('別のケース') });
    expect(of('hospital')).toEqual({ ja: '記録を引き継いだ', en: 'Records taken over' });
  });

  it('of what another partner answers the lead is no cause that a partner is told', () => {
    const cause = { type: 'handoff.declined', org: 'elsewhere', at: '2026-11-01T00:00:00.000Z' };
    const told = (org: string) => causeFor(cause, { tells: () => true, org, lead: 'hospital' }).type;
    expect([told('station'), told('elsewhere'), told('hospital')]).toEqual(['hidden', cause.type, cause.type]);
    const sending = { ...cause, type: 'handoff.sent', org: 'hospital' };
    expect(causeFor(sending, { tells: () => true, org: 'station', lead: 'hospital' })).toEqual(sending);
  });

  it('is no cause of a change to an audience of which somebody may not know it', () => {
    const cause = { type: 'child.died', org: 'hospital', at: '2026-11-01T00:00:00.000Z' };
    expect(causeFor(cause, { tells: () => false, org: 'a', lead: 'b' })).toEqual({
      type: 'hidden',
      org: '',
      at: cause.at,
    });
    expect(causeFor(cause, { tells: category => category === 'clinical', org: 'a', lead: 'b' })).toEqual(cause);
  });
});
