import { categories, type MembershipFlag, type OrganisationKind, type roleIds } from '@kaerimichi/discharge';
import { allows } from './ability.ts';
import type { Standing } from './acts-as.ts';
import { cardAccess, type Rights, readsWhole } from './case-access.ts';
import { sendableEvents } from './event-groups.ts';
import { roles } from './roles.ts';
import { rolesOfKind } from './roles-of-kind.ts';
import type { Viewer } from './viewer.ts';

type SentEvents = Readonly<Record<Standing['class'], readonly string[]>>;

const standings: readonly Standing['class'][] = ['full', 'partner', 'asked', 'numberOnly', 'invited'];

/**
 * Whether a viewer may send an event to a case that it stands to in this way; the chart decides what fits the case.
 * Every event type has a dot, `read` and `see` have none: what one may look at is no command.
 */
export const maySend = (viewer: Viewer, standing: Standing, event: string): boolean =>
  event.includes('.') && allows(viewer, standing.class, event);

/** Steps by which the receiving side of a handoff answers for itself: what it asked and confirmed is its own word. */
const ofReceiver: readonly string[] = [
  'handoff.opened',
  'handoff.sectionConfirmed',
  'handoff.asked',
  'handoff.accepted',
  'handoff.declined',
  'handoff.taughtBack',
  'handoff.reviewed',
];

type Entry = { readonly type: string; readonly org: string; readonly role: string };

/**
 * An entry is corrected by whoever could have written it: a partner cannot take back what the lead recorded, nor the lead
 * what the other side of a handoff, or a family, said.
 */
export const mayCorrect = (viewer: Viewer, standing: Standing, entry: Entry): boolean =>
  maySend(viewer, standing, 'entry.corrected') &&
  maySend(viewer, standing, entry.type) &&
  (entry.org === viewer.org ||
    (standing.class === 'full' && !ofReceiver.includes(entry.type) && entry.role !== 'family'));

/** Whether a viewer invites guardians to a case and ends what they were given: who records the family's consent as its lead. */
export const mayInvite = (viewer: Viewer, standing: Standing): boolean =>
  standing.class === 'full' && maySend(viewer, standing, 'consent.recorded');

/** Whether a viewer gives guests without an account a link to a conference of a case, and ends it: who asks for dates as its lead. */
export const mayInviteGuests = (viewer: Viewer, standing: Standing): boolean =>
  standing.class === 'full' && maySend(viewer, standing, 'conference.polled');

/**
 * Writes down what somebody said on the telephone of a printed handoff, by its code and seeing nothing of the child: whoever
 * sends handoffs as a lead, the coordinator of a hub among them.
 */
export const mayHearPapers = (viewer: Viewer): boolean => allows(viewer, 'full', 'handoff.sent');

/** Events about what stands within the plan. */
const withinPlan: readonly string[] = [...ofReceiver, 'hold.removed'];

/** Whether an event is offered to a viewer: not about what it does not read. The chart refuses it all the same. */
export const isOffered = (event: string, rights: Rights): boolean =>
  !withinPlan.includes(event) || readsWhole(rights, 'plan');

/** Events a viewer may send, by relation to the case, in the order of the pathway. */
export function eventsBy({ role, flags }: Viewer): SentEvents {
  const mayWaive = flags.includes('mayWaive');
  const key = `${role} ${mayWaive}`;
  const known = sentEvents.get(key) ?? askAll(role, mayWaive ? ['mayWaive'] : []);
  sentEvents.set(key, known);
  return known;
}

/** Asked once, and only for whom somebody is here: all roles together take a tenth of a start. */
const sentEvents = new Map<string, SentEvents>();

function askAll(role: (typeof roleIds)[number], flags: readonly MembershipFlag[]): SentEvents {
  const anyone: Viewer = { person: '', membership: '', org: '', orgKind: 'hospital', role, flags };
  const lists = standings.map(relation => [
    relation,
    Object.freeze(sendableEvents.filter(event => allows(anyone, relation, event))),
  ]);
  return Object.freeze(Object.fromEntries(lists)) as SentEvents;
}

/** A case is registered for an organisation the person acts for. */
export const mayRegister = (viewer: Viewer, lead: string): boolean => registers(viewer) && viewer.org === lead;
/** Whether an organisation of this kind can lead: only one that has roles which register cases; only these accept a lead. */
export const mayLead = (kind: OrganisationKind): boolean =>
  rolesOfKind(kind).some(role => roles[role].mayRegister === true);
/** Whether the role registers cases at all. */
export const registers = ({ role }: Viewer): boolean => roles[role].mayRegister === true;
/** Whether the role sends referrals: all that work with cases; whoever registers may ask another organisation, too. */
export const mayRefer = (viewer: Pick<Viewer, 'role' | 'flags'>): boolean => seesBoard(viewer);
/** Reads a hospital's FHIR file in. */
export const mayImport = ({ role }: Viewer): boolean => roles[role].mayImport === true;
/** Keeps the people of the own organisation, and its rule set; sees no child by it. */
export const mayAdminister = ({ role, flags }: Pick<Viewer, 'role' | 'flags'>): boolean =>
  roles[role].mayAdminister === true || flags.includes('orgAdmin');
/**
 * Adds organisations to the network, each with its first administrator. Not every organisation's administrator: whoever
 * founds a hub lets it see the number of every case.
 */
export const mayFound = ({ role, flags }: Pick<Viewer, 'role' | 'flags'>): boolean =>
  roles[role].mayAdminister === true && flags.includes('orgAdmin');
/**
 * Reads public lists of facilities in, which all of the network then see: whoever imports files at all, the coordinator
 * of a hub, and whoever keeps the network's organisations. Not every organisation's administrator.
 */
export const mayImportFacilities = (viewer: Viewer): boolean =>
  mayImport(viewer) || roles[viewer.role].mayKeepResources === true || mayFound(viewer);
/** Reads the resources: whoever looks for places around a child, and whoever reads the lists in. */
export const seesResources = (viewer: Viewer): boolean => seesBoard(viewer) || mayImportFacilities(viewer);
/** Says how many beds the own house keeps for evaluation admissions: whoever registers cases there. */
export const keepsEvaluationBeds = (viewer: Viewer): boolean => registers(viewer);
/** Whether the role is told how many cases the network has, as `countsReport` hides them. Sees no case by it. */
export const seesCounts = ({ role }: Pick<Viewer, 'role'>): boolean => roles[role].mayCount === true;
/**
 * Reads what the own organisation counts of itself (施設基準, for reference), which names no child: whoever works on its
 * wards, and whoever administers it.
 */
export const seesHouseCounts = (viewer: Pick<Viewer, 'role' | 'flags'>): boolean =>
  roles[viewer.role].mayCountHouse === true || mayAdminister(viewer);
/** Whether there is anything to count: of a house that leads cases. */
export const countsItsHouse = (viewer: Pick<Viewer, 'role' | 'flags' | 'orgKind'>): boolean =>
  seesHouseCounts(viewer) && mayLead(viewer.orgKind);
/** Reads the proof of the pathway, which tells of no case: who administers, the coordinator of a hub, who leads cases home. */
export const readsProof = (viewer: Pick<Viewer, 'role' | 'flags'>): boolean =>
  roles[viewer.role].readsProof === true || mayAdminister(viewer);
/** Whether the role sees cases by its organisation, and so a board of them. */
export const seesBoard = (viewer: Pick<Viewer, 'role' | 'flags'>): boolean => allows(viewer, 'numberOnly', 'see');
/** Whether the role reads handoffs of some case: they are of its plan, and are told to whoever reads that whole. */
export const seesHandoffs = (viewer: Pick<Viewer, 'role' | 'flags'>): boolean =>
  (['full', 'partner'] as const).some(relation =>
    cardAccess({ class: relation, categories }, viewer)?.categories.includes('plan'),
  );
