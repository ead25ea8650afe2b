import type { CaseView, Me, Pathway } from '@kaerimichi/contracts';
import { type Fit, isFitting } from '@kaerimichi/discharge';
import { itemsOf } from '../form/items-of.ts';
import { fitsAt } from '../form/schema.ts';

type Event = Pathway['events'][number];

/** Why a form that the role may fill in cannot be now. */
export type WhyNot =
  | { readonly is: 'stage'; readonly stages: readonly string[] }
  /** Something has to be recorded before: the event that does it. */
  | { readonly is: 'first'; readonly event: Event }
  | { readonly is: 'adult' | 'over' | 'receiver' };

export type Forms = {
  readonly open: readonly Event[];
  readonly closed: readonly { readonly event: Event; readonly why: WhyNot }[];
};

type Source = { readonly view: CaseView; readonly me: Me; readonly pathway: Pathway; readonly mayWaive: boolean };

/** Never offered in a list: the clock's own, what begins at an entry of the history, a task, a checklist or a handoff, and the undo of the board. */
const elsewhere: readonly string[] = [
  'case.registered',
  'entry.corrected',
  'move.undone',
  'task.assigned',
  'task.dueMoved',
  'task.reminded',
  'note.addressed',
  'note.revised',
  'mention.answered',
  'checklist.chosen',
  'checklist.itemsAdded',
  'checklist.itemSet',
  'conference.polled',
  'conference.answered',
  'conference.askedAgain',
  'conference.agendaWritten',
  'conference.noted',
  'minutes.confirmed',
  'document.approved',
  'document.issued',
  'document.withdrawn',
  'handoff.taughtBack',
  'handoff.talkedOver',
  'handoff.reviewed',
  'handoff.reviewAnswered',
];

/**
 * The forms of a case for one person: those that can be filled in now, and those of the role that cannot, with the
 * reason. What the role may never send is in neither. Where the facts that decide are not shared, nothing is closed.
 */
export function recordForms(source: Source): Forms {
  const { view, me, pathway, mayWaive } = source;
  const mine = new Set([...view.can, ...(me.abilities.events[view.class] ?? [])]);
  const isMine = ({ type }: Event) => (type === 'requirement.waived' ? mayWaive : mine.has(type));
  const offered = pathway.events.filter(
    event => event.kind !== 'time' && !elsewhere.includes(event.type) && isMine(event),
  );
  const sorted = offered.map(event => ({ event, why: whyNot(event, source) }));
  return {
    open: sorted.flatMap(({ event, why }) => (why === null ? [event] : [])),
    closed: sorted.flatMap(({ event, why }) => (why !== null && why !== 'never' ? [{ event, why }] : [])),
  };
}

function whyNot(event: Event, { view, me, pathway }: Source): WhyNot | 'never' | null {
  if (event.type.startsWith('lead.')) return whyNotLead(event, view, me);
  if (!view.can.includes(event.type)) {
    // A fact that belongs to every open stage is kept back for another reason than the stage: the case is closed, or
    // this organisation was only asked.
    return event.stages.length > 0 ? { is: 'stage', stages: event.stages } : 'never';
  }
  if (event.type === 'evaluation.recorded' && view.stage !== 'evaluationAdmission')
    return { is: 'stage', stages: ['evaluationAdmission'] };
  if (event.type === 'readmission.reviewed' && view.stage !== 'readmission')
    return { is: 'stage', stages: ['readmission'] };
  return whyNotAdult(event, view) ?? missingItem(event, view, pathway) ?? whyNotReceiver(event, view, me);
}

const receiving: readonly string[] = [
  'handoff.opened',
  'handoff.sectionConfirmed',
  'handoff.asked',
  'handoff.accepted',
  'handoff.declined',
];

/** The receiving side answers for itself; for one outside the network the lead writes what it said. */
function whyNotReceiver({ type }: Event, view: CaseView, me: Me): WhyNot | null {
  if (!receiving.includes(type)) return null;
  const handoffs = itemsOf(view, 'handoffs');
  const isOwn = handoffs.some(({ org }) => (org ?? view.card.lead) === me.membership.org.id);
  return isOwn || view.hidden.includes('plan') ? null : { is: 'receiver' };
}

/** The lead is offered by whoever has it, and taken by whom it is offered. */
function whyNotLead({ type }: Event, view: CaseView, me: Me): WhyNot | 'never' | null {
  if (!view.can.includes(type)) return 'never';
  const isLead = view.card.lead === me.membership.org.id;
  return isLead === (type === 'lead.offered') ? null : 'never';
}

/** Levels of the adult region in which it runs. */
const running: readonly string[] = ['open', 'mapped', 'sharedCare'];

function whyNotAdult({ type }: Event, { adult }: CaseView): WhyNot | null {
  // Not told to whoever does not see the plan.
  if (adult === '') return null;
  if (type === 'adult.opened') return running.includes(adult) || isOver(adult) ? { is: 'over' } : null;
  const needsIt = ['readiness.answered', 'adult.serviceMapped', 'adult.visitHeld'].includes(type);
  return needsIt && !running.includes(adult) && !isOver(adult) ? { is: 'adult' } : null;
}

const isOver = (adult: string): boolean => adult === 'transferred' || adult === 'stayed';

/** The first item that a form asks for and the case does not have, as the event that begins one; such items stand in the plan. */
function missingItem(event: Event, view: CaseView, pathway: Pathway): WhyNot | null {
  for (const { ref, fits, makesNew } of itemFieldsOf(event)) {
    const [list = ''] = ref.split('.');
    // A category that is not shared may hold the item.
    const isUnseen = view.hidden.includes(list === 'consents' ? 'family' : 'plan');
    if (makesNew || isUnseen || notOfTheCase.includes(ref)) continue;
    if (itemsOf(view, list).some(item => isFitting(item, fits))) continue;
    const begins = pathway.events.find(other => other.type !== event.type && beginsItem(other, ref));
    return begins ? { is: 'first', event: begins } : null;
  }
  return null;
}

const notOfTheCase: readonly string[] = ['orgs', 'members', 'requirements'];

type ItemField = { readonly ref: string; readonly fits: readonly Fit[]; readonly makesNew: boolean };

/** Fields that must name an item; `makesNew` where the form may make one. */
function itemFieldsOf({ schema }: Event): ItemField[] {
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(isObject(schema.properties) ? schema.properties : {}).flatMap(([name, field]) =>
    isObject(field) && typeof field['x-ref'] === 'string' && required.includes(name)
      ? [{ ref: field['x-ref'], fits: fitsAt(field), makesNew: field['x-new'] !== undefined }]
      : [],
  );
}

const beginsItem = (event: Event, ref: string): boolean =>
  itemFieldsOf(event).some(field => field.ref === ref && field.makesNew);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a role writes day by day, most often first. */
const daily: Readonly<Record<string, readonly string[]>> = {
  dischargeNurse: ['note.added', 'hold.added', 'skill.assessed', 'candidate.asked'],
  wardNurse: ['skill.assessed', 'note.added', 'hold.added'],
  doctor: ['condition.assessed', 'note.added'],
  visitingNurse: ['visit.recorded', 'handoff.opened', 'handoff.asked', 'note.added'],
  coordinator: ['note.added', 'hold.added', 'actionItem.closed'],
};
const dailyOfAll: readonly string[] = ['candidate.answered', 'note.added'];

/** Of the forms that are open, those that this role fills in most days. */
export const dailyForms = (open: readonly Event[], role: string): readonly Event[] =>
  (daily[role] ?? dailyOfAll).flatMap(type => open.find(event => event.type === type) ?? []);
