import type { CaseFacts, Category } from '@kaerimichi/discharge';
import { type Rights, readsWhole } from './case-access.ts';
import type { Right } from './role.ts';

/** Category of each fact; a fact without one does not compile, nor does one that is not a fact. */
const categoryOfFact = {
  round: 'plan',
  entry: 'plan',
  lead: 'plan',
  leadOffered: 'plan',
  adopted: 'plan',
  referral: 'plan',
  bornOn: 'contacts',
  birthKnownOn: 'contacts',
  expectedOn: 'contacts',
  gestationWeeks: 'clinical',
  needs: 'clinical',
  weight: 'clinical',
  whereabouts: 'contacts',
  factors: 'clinical',
  interview: 'family',
  wish: 'family',
  consents: 'family',
  toldOrgs: 'family',
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
  account: 'money',
  readmission: 'clinical',
  adult: 'plan',
  holds: 'plan',
  tasks: 'plan',
  mentions: 'plan',
  checklists: 'plan',
  checklistItems: 'plan',
  documents: 'plan',
  nearedOn: 'contacts',
  reminded: 'plan',
  escalated: 'plan',
  answersReminded: 'plan',
  answersEscalated: 'plan',
  rules: 'plan',
  waivers: 'plan',
  waiverAsks: 'plan',
  corrections: 'plan',
  closing: 'plan',
  mergedInto: 'plan',
  griefClosed: 'family',
} as const satisfies Record<keyof CaseFacts, Category>;

type FactName = keyof CaseFacts;

/** What a summary tells of a category: which care, which devices, the wish, the house's power, the schemes. */
const summaryFacts: readonly FactName[] = ['needs', 'devices', 'wish', 'homeChecked', 'entitlements'];

/** What those who see only what concerns them may have of a case: the school sheet, the vendor's device and power. */
const ownFacts: readonly FactName[] = ['lead', 'needs', 'devices', 'homeChecked'];

/**
 * Parts of a fact that belong to other categories than the fact itself: consent may name the plan and not its money, nor
 * the day on which the child turned twelve.
 */
const apart: { readonly [Name in FactName]?: Readonly<Record<string, Category>> } = {
  plan: { procedures: 'skills', devices: 'skills', entitlements: 'money' } satisfies {
    [Part in keyof NonNullable<CaseFacts['plan']>]?: Category;
  },
  adult: { promptedOn: 'contacts', decision: 'family' } satisfies {
    [Part in keyof NonNullable<CaseFacts['adult']>]?: Category;
  },
};

/** A handoff as its recipient has it: the version that was sent, and nothing of the one being written. */
function asSent({
  changed: _changed,
  unwritten: _unwritten,
  hash: _unsent,
  ...handoff
}: CaseFacts['handoffs'][number]) {
  return { ...handoff, version: handoff.sentVersion ?? handoff.version };
}

/** What an organisation was asked or sent; one that is only considered, or a draft, is not told so. */
const addressedTo = (facts: CaseFacts, org: string) => ({
  team: facts.team.filter(entry => entry.org === org && entry.state !== 'considered'),
  handoffs: facts.handoffs.filter(({ org: to, sentSeq }) => to === org && sentSeq !== undefined).map(asSent),
});

/**
 * What a partner sees of the team and the handoffs: who takes part, and its own; not who else was asked, or said no. Of
 * consents not from which other case one was taken over: that there was one is the lead's to know.
 */
function sharedWith(facts: CaseFacts, org: string): CaseFacts {
  const own = addressedTo(facts, org);
  const team = facts.team.filter(
    entry => own.team.includes(entry) || (entry.org !== org && entry.state === 'accepted'),
  );
  const consents = facts.consents.map(({ fromCase: _fromCase, ...consent }) => consent);
  return { ...facts, team, handoffs: own.handoffs, consents };
}

/**
 * Told elsewhere: in マイタスク to each what it has to do, since a list of tasks would tell what they are about, and one of
 * calls who was called in a note that is not for everybody; checklists on their own page, item by item; versions of papers among the documents; the case
 * that goes on, beside the facts and to whoever sees that one; the rules of the lead where they have a say.
 */
const untold: readonly FactName[] = [
  'rules',
  'tasks',
  'mentions',
  'checklists',
  'checklistItems',
  'documents',
  'mergedInto',
];

const factNames = (Object.keys(categoryOfFact) as readonly FactName[]).filter(name => !untold.includes(name));

/** Categories that hold facts, in the order of the facts. */
const known: readonly Category[] = [...new Set(Object.values(categoryOfFact))];

/** Facts by category and name; a category without any is absent. */
type Shown = Record<string, Record<string, unknown>>;

/**
 * Facts by category as far as the rights go. What is left out is named by category without saying what there is: the
 * same list whatever the case holds. An organisation that does not lead sees of team and handoffs who takes part and
 * what is addressed to it, that much whatever the rights, so that a candidate who sees the number only can answer.
 */
export function projectFacts(facts: CaseFacts, rights: Rights, org: string): { facts: Shown; hidden: Category[] } {
  const shown: Shown = {};
  const show = (name: FactName, value: unknown) => {
    const category = categoryOfFact[name];
    shown[category] = { ...shown[category], [name]: value };
  };
  const seen = org === facts.lead ? facts : sharedWith(facts, org);
  for (const name of factNames) {
    if (seen[name] !== undefined && isShown(name, rights[categoryOfFact[name]]))
      show(name, partsOf(name, seen, rights));
  }
  const own = org === facts.lead ? { team: [], handoffs: [] } : addressedTo(facts, org);
  for (const name of ['team', 'handoffs'] as const) {
    if (own[name].length > 0 && !isShown(name, rights[categoryOfFact[name]])) show(name, own[name]);
  }
  return { facts: shown, hidden: known.filter(category => rights[category] === undefined) };
}

/** A fact without the parts of categories that are not read whole. */
function partsOf(name: FactName, facts: CaseFacts, rights: Rights): unknown {
  const parts = apart[name];
  if (!parts) return facts[name];
  const isTold = ([part]: [string, unknown]) => parts[part] === undefined || readsWhole(rights, parts[part]);
  return Object.fromEntries(Object.entries(facts[name] ?? {}).filter(isTold));
}

/** Whether a viewer with these rights is told a fact, as far as it is about its organisation. */
export const seesFact = (name: FactName, rights: Rights): boolean => isShown(name, rights[categoryOfFact[name]]);

function isShown(name: FactName, right: Right | undefined): boolean {
  if (right === undefined) return false;
  if (right === 'summary') return summaryFacts.includes(name);
  return right === 'own' ? ownFacts.includes(name) : true;
}
