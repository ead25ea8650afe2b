/**
 * Who sees what, by hand from people.md and apart from the program's own rules: R reads whole, S a summary, O only what
 * concerns the own part. `lead` in cases of the own organisation, `partner` as far as consent names the category.
 */
const lead: Record<string, string> = {
  dischargeNurse: 'contacts:R clinical:R skills:R plan:R family:R money:R images:R disaster:R',
  wardNurse: 'contacts:R clinical:R skills:R plan:R family:R images:R disaster:R',
  doctor: 'contacts:R clinical:R skills:R plan:R family:R images:R disaster:R',
  coordinator: 'contacts:R clinical:R skills:R plan:R family:R money:R images:R disaster:R',
};
const partner: Record<string, string> = {
  dischargeNurse: 'contacts:R clinical:R skills:R plan:R family:S images:R disaster:R',
  wardNurse: 'contacts:R clinical:R skills:R plan:R images:R disaster:R',
  doctor: 'contacts:R clinical:R skills:R plan:R family:S images:R disaster:R',
  visitingNurse: 'contacts:R clinical:R skills:R plan:R family:S images:R disaster:R',
  coordinator: 'contacts:R clinical:S skills:S plan:R family:S disaster:R',
  publicHealthNurse: 'contacts:R clinical:S skills:S plan:R family:S money:S disaster:R',
  supportPlanner: 'contacts:R clinical:S skills:S plan:R family:S money:S disaster:R',
  school: 'contacts:O clinical:O skills:O plan:O disaster:S',
  deviceVendor: 'contacts:O skills:O plan:O disaster:O',
};

/** Roles that see no case by their organisation. */
export const sightless = ['family', 'prefecture', 'admin', 'display'] as const;
export const sighted = Object.keys(partner);
export const everyRole: readonly string[] = [...sighted, ...sightless];

export const shareable = ['contacts', 'clinical', 'skills', 'plan', 'family', 'money', 'images', 'disaster'] as const;

/** How an organisation stands to the case of the test, and the categories that consent names. */
export type Relation = {
  readonly name: string;
  readonly kind: string;
  /** `asked`: sees what consent names as a partner does, and has not accepted yet; `invited`: a guardian. */
  readonly stands: 'lead' | 'partner' | 'asked' | 'numberOnly' | 'stranger' | 'invited';
  readonly consent: readonly string[];
};

export const relations: readonly Relation[] = [
  { name: 'lead', kind: 'childrensHospital', stands: 'lead', consent: shareable },
  { name: 'partner-all', kind: 'visitingNursingStation', stands: 'partner', consent: shareable },
  ...shareable.map(category => ({
    name: `partner-${category}`,
    kind: 'visitingNursingStation',
    stands: 'partner' as const,
    consent: [category],
  })),
  { name: 'asked-all', kind: 'visitingNursingStation', stands: 'asked', consent: shareable },
  { name: 'asked', kind: 'clinic', stands: 'numberOnly', consent: [] },
  { name: 'accepted', kind: 'clinic', stands: 'numberOnly', consent: [] },
  { name: 'declined', kind: 'clinic', stands: 'stranger', consent: [] },
  { name: 'ended', kind: 'clinic', stands: 'stranger', consent: [] },
  { name: 'withdrawn', kind: 'clinic', stands: 'numberOnly', consent: [] },
  { name: 'hub-with', kind: 'hub', stands: 'partner', consent: shareable },
  { name: 'hub-without', kind: 'hub', stands: 'numberOnly', consent: [] },
  { name: 'stranger', kind: 'hospital', stands: 'stranger', consent: [] },
];

/**
 * Around a second child of the same lead: consents that are not here yet, over, for another purpose or one beside the
 * other, handoffs at every step, and a lead that is offered or was handed over.
 */
export const otherRelations: readonly Relation[] = [
  { name: 'lead', kind: 'childrensHospital', stands: 'lead', consent: shareable },
  { name: 'consent-future', kind: 'clinic', stands: 'numberOnly', consent: [] },
  { name: 'consent-over', kind: 'clinic', stands: 'numberOnly', consent: [] },
  { name: 'consent-programme', kind: 'clinic', stands: 'numberOnly', consent: [] },
  { name: 'consent-two', kind: 'visitingNursingStation', stands: 'partner', consent: ['contacts', 'skills', 'plan'] },
  { name: 'consent-narrowed', kind: 'visitingNursingStation', stands: 'partner', consent: ['contacts', 'clinical'] },
  // A family agreed to share with them, and nobody asked them to take part.
  { name: 'consent-alone', kind: 'clinic', stands: 'stranger', consent: [] },
  { name: 'left-and-asked', kind: 'clinic', stands: 'numberOnly', consent: [] },
  { name: 'handoff-draft', kind: 'clinic', stands: 'stranger', consent: [] },
  { name: 'handoff-sent', kind: 'visitingNursingStation', stands: 'asked', consent: shareable },
  { name: 'handoff-accepted', kind: 'visitingNursingStation', stands: 'partner', consent: shareable },
  { name: 'handoff-declined', kind: 'clinic', stands: 'stranger', consent: [] },
  { name: 'handoff-withdrawn', kind: 'clinic', stands: 'stranger', consent: [] },
  { name: 'hub-over', kind: 'hub', stands: 'numberOnly', consent: [] },
  { name: 'lead-offered', kind: 'hospital', stands: 'numberOnly', consent: [] },
  { name: 'lead-before', kind: 'hospital', stands: 'stranger', consent: [] },
];

/** A guardian sees one child by an invitation, whatever organisations have to do with it. */
const invited: Readonly<Record<string, string>> = {
  family: 'contacts:R clinical:S skills:O plan:O family:O money:O images:O disaster:R',
};

export type Letter = 'R' | 'S' | 'O';

/** What a role sees of each category in this relation; a category that is not named is not seen. */
export function expectedRights(role: string, { stands, consent }: Relation): Map<string, Letter> {
  if (stands === 'stranger' || stands === 'numberOnly') return new Map();
  const row =
    stands === 'invited'
      ? (invited[role] ?? '')
      : ((stands === 'lead' ? lead[role] : undefined) ?? partner[role] ?? '');
  const pairs = row.split(' ').map(cell => cell.split(':') as [string, Letter]);
  return new Map(pairs.filter(([category]) => consent.includes(category)));
}

/** Roles that answer for an organisation that was asked. */
const answering: readonly string[] = [
  ...['dischargeNurse', 'doctor', 'visitingNurse', 'coordinator', 'publicHealthNurse', 'supportPlanner'],
  ...['school', 'deviceVendor'],
];

/**
 * What a role is told of the enquiry to its organisation: without consent the child as far as an enquiry tells it; with
 * consent, now or before, the question alone. null: nothing, it has no question to answer.
 */
export function expectedEnquiry(role: string, { name }: Relation): 'child' | 'question' | null {
  if (!answering.includes(role)) return null;
  if (name === 'asked') return 'child';
  return ['asked-all', 'withdrawn', 'left-and-asked'].includes(name) ? 'question' : null;
}

/** Roles that an organisation of each kind has, of those that see cases. */
export const rolesByKind: Readonly<Record<string, readonly string[]>> = {
  childrensHospital: ['dischargeNurse', 'wardNurse', 'doctor'],
  hospital: ['dischargeNurse', 'wardNurse', 'doctor'],
  clinic: ['doctor', 'visitingNurse'],
  visitingNursingStation: ['visitingNurse'],
  hub: ['coordinator'],
};

/** How a look at how the case looks to others is answered: to whoever may record the family's consent. */
export function expectedPreview(role: string, relation: Relation): 200 | 403 | 404 {
  const column = expectedColumn(role, relation);
  if (column === null) return 404;
  return column === 'F' && ['dischargeNurse', 'coordinator'].includes(role) ? 200 : 403;
}

/**
 * Whose looks at the case are told to a privacy officer in a role: everybody's where it leads, else those of the own
 * people; null: it is told that there is no such case. Whoever is no privacy officer is refused.
 */
export function expectedLog(role: string, relation: Relation): 'everybody' | 'ownPeople' | null {
  const column = expectedColumn(role, relation);
  return column === 'F' ? 'everybody' : column && 'ownPeople';
}

/** How somebody who asks for counts of the network's cases is answered: the prefecture, which sees no case by it. */
export const expectedCounts = (role: string): 200 | 403 => (role === 'prefecture' ? 200 : 403);

/** Letter of the command table: whose events a role sends here; null: it is told that there is no such case. */
export function expectedColumn(role: string, { stands }: Relation): 'F' | 'P' | 'A' | 'N' | 'I' | null {
  if (stands === 'invited') return role in invited ? 'I' : null;
  if (stands === 'stranger' || !sighted.includes(role)) return null;
  if (stands === 'numberOnly') return 'N';
  if (stands === 'asked') return 'A';
  return stands === 'lead' && role in lead ? 'F' : 'P';
}
