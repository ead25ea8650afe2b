import { readsWhole } from '@kaerimichi/access';
import {
  answerHoursOf,
  type CaseEvent,
  type CaseFacts,
  type HandoffSection,
  type HandoffStatus,
  type HandoffStep,
  handoffAccepts,
  handoffSectionIds,
  handoffSections,
  isReviewWanted,
  replyDueAt,
  sideToMove,
} from '@kaerimichi/discharge';
import type { Reader } from './entry-kind.ts';
import { paperOf, reviewOf, saidBackOf } from './handoff-points.ts';
import type { Act, HandoffSeen, QuestionSeen, SectionSeen } from './handoff-seen.ts';
import type { Written } from './written.ts';

type Source = { readonly written: readonly Written[]; readonly reader: Reader; readonly can: readonly string[] };
type Fact = CaseFacts['handoffs'][number];

const actOf = ({ at, by }: CaseEvent): Act => ({ at, person: by.person, org: by.org });

/** One handoff from what was written about it; null where the reader has no version of it to read. */
export function assembleHandoff(id: string, { written, reader, can }: Source): HandoffSeen | null {
  const own = written.filter(({ event }) => event.body.handoffId === id);
  const isLead = reader.viewer.org === reader.facts.lead;
  const fact = reader.facts.handoffs.find(handoff => handoff.id === id);
  const versions = versionsOf(own, fact, isLead);
  const [current, before] = versions;
  if (!current) return null;
  const status = fact?.status ?? statusAfter(own);
  const turn = sideToMove(status);
  const turnedAt = own.findLast(({ event }) => turning.includes(event.type))?.event.at;
  return {
    id,
    side: isLead ? 'sender' : 'receiver',
    org: fact?.org ?? recipientOf(own),
    outside: own.findLast(({ texts }) => texts.outside)?.texts.outside ?? null,
    status,
    version: isLead ? (fact?.version ?? 1) : (fact?.sentVersion ?? 1),
    hasDraft: isLead && fact?.sentVersion !== undefined && fact.version > fact.sentVersion,
    content: current.texts.content ?? null,
    ...pointsOf(own, { fact, reader, current, before, isLead }),
    sections: handoffSectionIds.map(section => sectionOf(section, { own, fact, reader, current, before, versions })),
    clock: own.map(({ event }) => ({ ...actOf(event), step: event.type })),
    turn,
    replyDueAt:
      turn && turnedAt && status !== 'draft' ? replyDueAt(turnedAt, answerHoursOf(reader.facts).unanswered) : null,
    decision: decisionOf(own),
    can: fact ? stepsOf(fact, reader, can) : [],
  };
}

type Points = Omit<About, 'own' | 'versions'> & { readonly isLead: boolean };

/** What there is to it beside its sections. */
function pointsOf(own: readonly Written[], { fact, reader, current, before, isLead }: Points) {
  const night = current.texts.contactsNight ?? null;
  const earlier = before ? (before.texts.contactsNight ?? '') : night;
  return {
    night: { text: night, before: earlier === (night ?? '') ? null : earlier },
    hash: fact?.sentHash ?? null,
    saidBack: saidBackOf(fact, own),
    review: reviewOf(fact, own),
    isReviewWanted: !isLead && fact !== undefined && fact.org === reader.viewer.org && isReviewWanted(fact),
    paper: paperOf(own),
  };
}

/** Steps after which the other side is waited for. */
const turning: readonly string[] = ['handoff.sent', 'handoff.asked', 'handoff.answered'];
const sending: readonly string[] = [
  'handoff.composed',
  'handoff.sent',
  'handoff.answered',
  'handoff.withdrawn',
  'handoff.talkedOver',
  'handoff.reviewAnswered',
];

/** The version that is read, and those that were given before it, newest first: the lead reads the newest, sent or not. */
function versionsOf(own: readonly Written[], fact: Fact | undefined, isLead: boolean) {
  const composed = own.filter(({ event }) => event.type === 'handoff.composed');
  const given = fact?.given ?? [];
  const read = composed.filter((one, at) => given.includes(one.event.seq) || (isLead && at === composed.length - 1));
  return read.toReversed();
}

const recipientOf = (own: readonly Written[]): string | null => {
  const named = own.find(({ event }) => typeof event.body.recipient === 'string');
  return named ? String(named.event.body.recipient) : null;
};

/** Of a handoff that the facts no longer remember: it came to nothing, or belongs to an earlier discharge. */
function statusAfter(own: readonly Written[]): HandoffStatus {
  const last = own.findLast(({ event }) => ['handoff.declined', 'handoff.withdrawn'].includes(event.type));
  if (!last) return 'closed';
  return last.event.type === 'handoff.declined' ? 'declined' : 'withdrawn';
}

type About = {
  readonly own: readonly Written[];
  readonly fact: Fact | undefined;
  readonly reader: Reader;
  readonly current: Written;
  readonly before: Written | undefined;
  /** Newest first. */
  readonly versions: readonly Written[];
};

function sectionOf(id: HandoffSection, { own, fact, reader, current, before, versions }: About): SectionSeen {
  const isShared = readsWhole(reader.rights, handoffSections[id].category);
  const text = current.texts[id] ?? null;
  const earlier = before ? (before.texts[id] ?? '') : text;
  const confirming = own.findLast(
    ({ event }) => event.type === 'handoff.sectionConfirmed' && event.body.section === id,
  );
  return {
    id,
    isShared,
    text,
    updatedAt: text === null ? null : updatedAt(id, versions),
    before: earlier === (text ?? '') ? null : earlier,
    confirmed: confirming && fact?.confirmed.includes(id) ? actOf(confirming.event) : null,
    questions: own
      .filter(({ event }) => event.type === 'handoff.asked' && event.body.section === id)
      .map(asked => questionOf(asked, own)),
  };
}

/** When a text came as it stands: since the first version of those that say the same. */
function updatedAt(id: HandoffSection, versions: readonly Written[]): string | null {
  const other = versions.findIndex(({ texts }) => texts[id] !== versions[0]?.texts[id]);
  return versions.at(other < 0 ? -1 : other - 1)?.event.at ?? null;
}

function questionOf({ event, texts }: Written, own: readonly Written[]): QuestionSeen {
  const id = String(event.body.questionId);
  const answer = own.findLast(other => other.event.type === 'handoff.answered' && other.event.body.questionId === id);
  return {
    id,
    by: actOf(event),
    text: texts.question ?? null,
    answer: answer ? { by: actOf(answer.event), text: answer.texts.answer ?? null } : null,
  };
}

const deciding: readonly string[] = ['handoff.accepted', 'handoff.declined', 'handoff.withdrawn'];

/** A new version asks for a new decision. */
function decisionOf(own: readonly Written[]): HandoffSeen['decision'] {
  const sentAt = own.findLastIndex(({ event }) => event.type === 'handoff.sent');
  const last = own.slice(Math.max(0, sentAt)).findLast(({ event }) => deciding.includes(event.type));
  if (!last) return null;
  const { declineReason, firstVisitOn, ofVersion, ofHash } = last.event.body;
  return {
    reason: typeof declineReason === 'string' ? declineReason : null,
    firstVisitOn: typeof firstVisitOn === 'string' ? firstVisitOn : null,
    text: last.texts.conditions ?? last.texts.note ?? null,
    suggestion: last.texts.suggestion ?? null,
    version: typeof ofVersion === 'number' ? ofVersion : null,
    hash: typeof ofHash === 'string' ? ofHash : null,
  };
}

/** Steps of its own side that the handoff takes where it stands; for a recipient outside the network the lead takes both sides'. */
function stepsOf({ status, org, ...fact }: Fact, { viewer, facts }: Reader, can: readonly string[]): string[] {
  const isReceiver = viewer.org === (org ?? facts.lead);
  const isMine = (step: string) => (sending.includes(step) ? viewer.org === facts.lead : isReceiver);
  const isNews = fact.version !== fact.sentVersion;
  return can.filter(
    step =>
      step.startsWith('handoff.') &&
      isMine(step) &&
      handoffAccepts(status, step as HandoffStep) &&
      (step !== 'handoff.sent' || isNews),
  );
}
