import { type Category, categories } from '@kaerimichi/discharge';
import type { Entry, Known } from '../known.ts';

const by = { membership: 'm', person: 'p1', org: 'hospital', role: 'dischargeNurse', mayWaive: false } as const;

export const entry = (
  seq: number,
  type: string,
  body: Entry['event']['body'] = {},
  texts: Entry['texts'] = {},
): Entry => ({
  event: { seq, type, on: '2026-11-20', by, body },
  texts,
  told: { ja: type, en: type },
});

const entries = [
  entry(2, 'contacts.recorded', { when: 'day' }, { contact: '退院支援室 045-000-0101' }),
  entry(3, 'contacts.recorded', { when: 'night' }, { contact: '病棟の当直 045-000-0102' }),
  entry(4, 'plan.written', { needs: [] }, { goal: '家で暮らす', problems: '夜間の吸引' }),
  entry(5, 'minutes.drafted', { conferenceId: 'k1' }, { minutes: '決まったこと:通訳を手配する' }),
  entry(
    7,
    'skill.assessed',
    { procedure: 'suctionTracheal', caregiver: 'mother', level: 4 },
    { note: '圧を確かめてから始める' },
  ),
  entry(8, 'drill.held', { drill: 'powerFailure', caregiver: 'mother', withoutHelp: true }),
  entry(6, 'order.issued', {}, { note: 'SpO₂ 92以下で連絡' }),
];

const skills: NonNullable<Known['facts']['skills']> = [
  { seq: 7, on: '2026-11-20', round: 0, procedure: 'suctionTracheal', caregiver: 'mother', level: 4, firstBy: 'p1' },
];

/** A child of whom something is recorded of everything, to whoever reads all but some categories. */
export function knownCase({
  without = [],
  ...changed
}: Partial<Known> & { without?: readonly Category[] } = {}): Known {
  const stamp = { seq: 4, on: '2026-11-20', round: 0 };
  return {
    no: 'K-0142',
    version: 40,
    on: '2026-11-30',
    reads: category => categories.includes(category) && !without.includes(category),
    child: {
      ...{ familyName: '髙﨑', givenName: '𠮷乃', familyKana: 'たかさき', givenKana: 'よしの' },
      ...{ sex: 'female', hospitalNumber: '123', municipality: '藤沢市' },
    },
    facts: {
      lead: 'hospital',
      bornOn: '2025-09-12',
      needs: ['ventilator', 'tracheostomy', 'oxygen'],
      ...{ skills, weight: { ...stamp, grams: 8250 } },
      factors: { ...stamp, codes: ['medicalProcedures'] },
      plan: {
        ...stamp,
        ...{ version: 1, homeNursing: true, destination: 'home', procedures: [], roles: ['visitingNurse'] },
        ...{ rolesNotNeeded: [], devices: [], entitlements: [], school: false },
      },
      nursingOrder: { ...stamp, from: '2026-12-01', until: '2027-05-31' },
      team: [{ ...stamp, id: 't1', function: 'visitingNurse', org: 'station', state: 'accepted' }],
      conferences: [
        {
          ...stamp,
          id: 'k1',
          ordinal: 1,
          kind: 'joint',
          heldOn: '2026-11-20',
          attended: ['attendingDoctor'],
          minutes: 'drafted',
        },
      ],
      actionItems: [{ ...stamp, id: 'a1', conference: 'k1', owner: 'm2', dueOn: '2026-12-04' }],
    },
    entries,
    orgs: { hospital: 'こども病院', station: 'のぞみ訪問看護ステーション' },
    telephones: { station: '0466-00-0001' },
    people: { p1: '松本' },
    members: { m2: '母' },
    itemTexts: { a1: '通訳を予約する' },
    conditions: [{ what: '訪問看護指示書が交付されている', owner: '医師 こども病院', dueOn: null, isDone: false }],
    checks: [{ what: '停電の練習をする', owner: '松本', dueOn: '2026-12-02', isDone: false }],
    ...changed,
  };
}
