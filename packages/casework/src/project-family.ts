import { type Guardianship, guardiansOwn, type Viewer } from '@kaerimichi/access';
import { type CaseFacts, type Category, type Day, isConsentValid, isUnconfirmed } from '@kaerimichi/discharge';
import { familyStepOf, positionOf } from '@kaerimichi/discharge/chart';
import { sharingOf } from './family/sharing.ts';
import type { FamilyOwn } from './family-own.ts';
import type { FamilyDate, FamilySeen } from './family-seen.ts';
import type { LoadedCase } from './ports.ts';
import { cardFor, stateOf } from './state-of.ts';

/** A guardian at its page on a day. */
export type AtPage = { readonly viewer: Viewer; readonly guardian: Guardianship; readonly on: Day };

/** What was written of single tasks, by id. */
type Texts = Readonly<Record<string, string>>;

/** Reasons for which something waits that are nobody's doing in the family: the others are not for its page. */
const toldHolds: readonly string[] = [
  'noVisitingNurse',
  'noHomeDoctor',
  'equipment',
  'housing',
  'publicScheme',
  'meetingDate',
  'awaitingReply',
  'school',
];

/**
 * What a guardian is told, by what it was granted and nothing else. Written by hand, so that nothing new leaks by itself:
 * no note, no reason that blames, nobody else's progress. After a death whom to call stays, alone.
 */
export function projectFamily(
  loaded: LoadedCase,
  at: AtPage,
  texts: Texts = {},
): Omit<FamilySeen, 'contacts' | 'papers' | keyof FamilyOwn> {
  const { facts, identity } = loaded;
  const { guardian } = at;
  const { stage, step, isOpen } = positionOf(loaded.value);
  const has = (category: Category) => guardian.categories.includes(category);
  const familyStep = familyStepOf(stage, facts);
  const goesOn = (category: Category) => isOpen && has(category);
  const isBereaved = !isOpen && step === 'deceased';
  const stays = (category: Category) => !isBereaved && has(category);
  const tasks = isOpen ? tasksOf(facts, at.viewer, texts) : [];
  const meetings = isOpen ? meetingsOf(facts, at.viewer) : [];
  return {
    id: loaded.id,
    no: loaded.no,
    version: loaded.version,
    child: has('contacts') ? (identity.givenName ?? identity.familyName) : null,
    relation: guardian.relation,
    granted: guardian.categories,
    over: isOpen ? null : isBereaved ? 'deceased' : 'closed',
    now: goesOn('plan') && familyStep ? { step: familyStep, stage } : null,
    arranging: goesOn('plan') ? [...new Set(facts.holds.map(({ code }) => code))].filter(isTold) : [],
    dates: goesOn('plan') ? datesOf(facts, at.on) : [],
    team: has('contacts') ? teamOf(facts) : [],
    tasks,
    meetings,
    turn: goesOn('plan') ? turnOf(loaded, { on: at.on, tasks, meetings, namesOrgs: has('contacts') }) : null,
    care: goesOn('clinical') ? facts.needs : [],
    skills: goesOn('skills') ? skillsOf(facts, guardian) : [],
    schemes: goesOn('money') ? schemesOf(facts) : [],
    received: stays('plan') ? receivedOf(facts) : [],
    sharing: goesOn('family') ? sharingOf(facts, loaded.access, at.on) : [],
    consents: stays('family') ? consentsOf(facts, { ...at, isOpen }) : [],
    power: goesOn('disaster') ? powerOf(facts) : null,
  };
}

type Own = Pick<FamilySeen, 'tasks' | 'meetings'> & { readonly on: Day; readonly namesOrgs: boolean };

/** Its own turn where it has something to do or to answer; else that of the organisation whose turn the card tells. */
function turnOf(loaded: LoadedCase, { on, tasks, meetings, namesOrgs }: Own): FamilySeen['turn'] {
  const isAsked = meetings.some(({ asks, answers }) => asks === 'confirm' || answers === null);
  if (isAsked || tasks.some(({ doneOn }) => doneOn === null)) return { isOwn: true, org: null };
  const { turn } = cardFor(loaded, stateOf(loaded), { version: loaded.version, on });
  if (!turn) return null;
  if (turn.role === 'family') return { isOwn: true, org: null };
  return { isOwn: false, org: namesOrgs ? (turn.org ?? loaded.facts.lead) : null };
}

const isTold = (code: string): boolean => toldHolds.includes(code);

/** What is planned from today on, the next first. */
function datesOf(facts: CaseFacts, today: Day): FamilyDate[] {
  const { conferences, stays, evaluations, visits, dischargeDay, discharged, outpatient } = facts;
  const one = (kind: string, on: Day | undefined, to: Day | null = null): FamilyDate[] =>
    on !== undefined && (to ?? on) >= today ? [{ kind, on, to }] : [];
  return [
    ...conferences.flatMap(({ plannedOn, heldOn }) => (heldOn ? [] : one('conference', plannedOn))),
    ...stays.flatMap(({ from, to, status }) => (status === 'ended' ? [] : one('stay', from, to))),
    ...evaluations.flatMap(({ from, to, status }) =>
      ['requested', 'bedHeld', 'admitted'].includes(status) ? one('evaluation', from, to ?? null) : [],
    ),
    ...(discharged ? [] : one('discharge', dischargeDay?.day)),
    ...one('outpatient', outpatient?.day),
    ...visits.flatMap(({ plannedOn, recordedBy }) => (recordedBy.length > 0 ? [] : one('visit', plannedOn))),
  ].sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** The lead, then whoever accepted a part, each once with its functions. Who was asked, or said no, is not told. */
function teamOf({ lead, team }: CaseFacts): FamilySeen['team'] {
  const accepted = team.filter(({ state }) => state === 'accepted');
  const functionsOf = (org: string) => [
    ...new Set(accepted.flatMap(entry => (entry.org === org ? [entry.function] : []))),
  ];
  const others = [...new Set(accepted.flatMap(({ org }) => org ?? []))].filter(org => org !== lead);
  return [lead, ...others].map(org => ({ org, functions: functionsOf(org), isLead: org === lead }));
}

function tasksOf(facts: CaseFacts, viewer: Viewer, texts: Texts): FamilySeen['tasks'] {
  return guardiansOwn(viewer, facts).actionItems.map(({ id, on, dueOn = null, closedOn = null }) => ({
    id,
    what: texts[id] ?? null,
    since: on,
    dueOn,
    doneOn: closedOn,
  }));
}

/** By the seat of the family alone: who else was asked, and what they said, is not told. */
function meetingsOf(facts: CaseFacts, viewer: Viewer): FamilySeen['meetings'] {
  return guardiansOwn(viewer, facts).seats.flatMap(({ conference, seat }): FamilySeen['meetings'][number][] => {
    const of = { conference: conference.id, seat: seat.id };
    const slots = conference.heldOn ? [] : (conference.slots ?? []);
    if (slots.length === 0)
      return isUnconfirmed(conference, seat) ? [{ ...of, asks: 'confirm', slots: [], answers: null }] : [];
    const said = slots.map(({ id }, at) => [id, seat.answers?.[at] ?? 'open'] as const);
    return [{ ...of, asks: 'answer', slots, answers: seat.answers ? Object.fromEntries(said) : null }];
  });
}

const skillsOf = ({ skills }: CaseFacts, { relation }: Guardianship): FamilySeen['skills'] =>
  skills
    .filter(({ caregiver }) => caregiver === relation)
    .map(({ procedure, level, on }) => ({ procedure, level, on }));

const schemesOf = ({ entitlements }: CaseFacts): FamilySeen['schemes'] =>
  entitlements
    .filter(({ state }) => state !== 'notNeeded')
    .map(({ kind, state, until = null }) => ({ kind, state, until }));

function receivedOf({ planExplained, planHandedOver }: CaseFacts): FamilySeen['received'] {
  return [
    ...(planExplained ? [{ kind: 'planExplained', on: planExplained.on }] : []),
    ...(planHandedOver ? [{ kind: 'planHandedOver', on: planHandedOver.on }] : []),
  ];
}

function consentsOf(facts: CaseFacts, { viewer, on, isOpen }: AtPage & { isOpen: boolean }): FamilySeen['consents'] {
  const own = guardiansOwn(viewer, facts).consents;
  return facts.consents.map(consent => {
    const { id, recipient = null, categories, purpose, from, until = null, withdrawnOn, lapsedOn } = consent;
    const isOver = withdrawnOn !== undefined || lapsedOn !== undefined;
    const state = isConsentValid(consent, on) ? 'valid' : !isOver && from > on ? 'ahead' : 'ended';
    const mayWithdraw = isOpen && state !== 'ended' && own.includes(consent);
    return { id, recipient, categories, purpose, from, until, state, mayWithdraw };
  });
}

const powerOf = ({ homeChecked }: CaseFacts): FamilySeen['power'] =>
  homeChecked ? { checked: homeChecked.power, plan: homeChecked.powerPlan, on: homeChecked.on } : null;
