import type { Rights } from '@kaerimichi/access';
import { requirements, type Unmet } from '@kaerimichi/discharge/chart';
import { describe, expect, it } from 'vitest';
import { causeFor, typeFor } from './entry-kind.ts';
import { seenDone, seenReason } from './reasons.ts';

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

describe('a condition', () => {
  it('is told whole to whoever reads the plan and what it is about', () => {
    const whole = told('trainingReady');
    expect(seenReason(whole, { ...plan, skills: 'read' })).toBe(whole);
  });

  it('is told without details, evidence or anything filled in where its category is not read', () => {
    for (const rights of [plan, { ...plan, skills: 'summary' }, { ...plan, skills: 'own' }] satisfies Rights[]) {
      const seen = seenReason(told('trainingReady'), rights);
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

  it('names nobody whose turn it is to whoever does not read the plan', () => {
    for (const code of requirements.keys())
      expect(JSON.stringify(seenReason(told(code), { skills: 'read', contacts: 'read' })), code).not.toMatch(
        /canary|org-secret|"seq"/,
      );
  });
});

describe('the kind of an entry', () => {
  const viewer = {
    person: 'p',
    membership: 'm',
    org: 'station',
    orgKind: 'visitingNursingStation',
    role: 'visitingNurse',
    flags: [],
  } as const;

  const reader = (rights: Rights, lead = 'hospital') => ({ viewer, rights, lead });
  const by = (org: string, role = 'dischargeNurse') => ({ type: 'consent.withdrawn', by: { org, role } });

  it('is told of a category that one sees anything of, and of what the own people wrote', () => {
    expect(typeFor(by('hospital'), reader({ family: 'summary' }))).toBe('consent.withdrawn');
    expect(typeFor(by('hospital'), reader({ contacts: 'read', family: 'own' }))).toBe('hidden');
    expect(typeFor(by('station'), reader({}))).toBe('consent.withdrawn');
  });

  it('is told in the lead’s own house of what the same role wrote', () => {
    expect(typeFor(by('station'), reader({}, 'station'))).toBe('hidden');
    expect(typeFor(by('station', 'visitingNurse'), reader({}, 'station'))).toBe('consent.withdrawn');
  });

  it('is no cause of a change to an audience of which somebody may not know it', () => {
    const cause = { type: 'child.died', org: 'hospital', at: '2026-11-01T00:00:00.000Z' };
    expect(causeFor(cause, () => false)).toEqual({ type: 'hidden', org: '', at: cause.at });
    expect(causeFor(cause, category => category === 'clinical')).toEqual(cause);
  });
});
