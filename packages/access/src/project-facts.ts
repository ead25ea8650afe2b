import type { CaseFacts, Category } from '@kaerimichi/discharge';
import type { Right } from './role.ts';

/** Category of each fact; a fact without one does not compile. */
const categoryOfFact = {
  round: 'plan',
  entry: 'plan',
  lead: 'plan',
  leadOffered: 'plan',
  adopted: 'plan',
  referral: 'plan',
  bornOn: 'contacts',
  expectedOn: 'contacts',
  gestationWeeks: 'clinical',
  needs: 'clinical',
  whereabouts: 'contacts',
  factors: 'clinical',
  interview: 'family',
  wish: 'family',
  consents: 'family',
  inHouseConference: 'plan',
  plan: 'plan',
  planExplained: 'plan',
  planHandedOver: 'plan',
  team: 'plan',
  skills: 'skills',
  devices: 'skills',
  homeChecked: 'disaster',
  entitlements: 'money',
  contacts: 'contacts',
  stays: 'plan',
  stayNotPlanned: 'plan',
  conferences: 'plan',
  actionItems: 'plan',
  evaluations: 'plan',
  handoffs: 'plan',
  dischargeDay: 'plan',
  nursingOrder: 'clinical',
  dischargeOrder: 'clinical',
  medicationTranscribed: 'clinical',
  conditionStable: 'clinical',
  outpatient: 'plan',
  municipalityInformed: 'plan',
  schoolInformed: 'plan',
  discharged: 'plan',
  visits: 'plan',
  followUps: 'clinical',
  readmission: 'clinical',
  adult: 'plan',
  holds: 'plan',
  waivers: 'plan',
  corrections: 'plan',
  closing: 'plan',
  griefClosed: 'family',
} as const satisfies Record<keyof CaseFacts, Category>;

/** Facts that remain of a category for those who see its summary only. */
const summaryFacts: readonly string[] = ['needs', 'devices', 'wish', 'homeChecked', 'entitlements'];

/** Facts by category as far as the rights go; what is left out is named by category, without saying what there is. */
export function projectFacts(facts: CaseFacts, rights: Partial<Record<Category, Right>>) {
  const shown: Record<string, Record<string, unknown>> = {};
  for (const [name, category] of Object.entries(categoryOfFact)) {
    const right = rights[category];
    const value = facts[name as keyof CaseFacts];
    const isShown = right !== undefined && value !== undefined && (right !== 'summary' || summaryFacts.includes(name));
    if (isShown) shown[category] = { ...shown[category], [name]: value };
  }
  const known = new Set<Category>(Object.values(categoryOfFact));
  return { facts: shown, hidden: [...known].filter(category => rights[category] === undefined) };
}
