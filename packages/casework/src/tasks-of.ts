import {
  keyOf,
  projectTasks,
  projectWaiting,
  type Task,
  type TaskSource,
  type TaskStep,
  UNANSWERED,
  type Viewer,
  type Waiting,
  type Whose,
} from '@kaerimichi/access';
import {
  answerPhase,
  type CaseFacts,
  type Category,
  codeWords,
  type Day,
  type FullCard,
  fillWords,
  handoffSections,
  type Language,
  phaseOf,
  rowTextName,
  tokyoDay,
  type Words,
  wordsOf as wordsOfCode,
} from '@kaerimichi/discharge';
import {
  deadlinesOf,
  eventsByType,
  halfWaived,
  openTurns,
  openWaiverAsks,
  requirements,
  standingOf,
  stepOfDeadline,
} from '@kaerimichi/discharge/chart';
import type { CheckWords } from './check-words.ts';
import { categoryOf } from './entry-kind.ts';
import { openChecks } from './open-checks.ts';
import { formRoute } from './reasons.ts';

/** A task in words, with the page on which it is done. */
export type SaidTask = Omit<Task, 'about' | 'step' | 'isSettable'> & {
  readonly what: Words;
  readonly route: string;
  /** What somebody wrote of it: the event with which, and the name of the text in its record. */
  readonly written: { readonly seq: number; readonly name: string } | null;
  /** null: it cannot be given away or moved by this viewer. */
  readonly key: string | null;
  /** Names it for whoever has been told of it; another when it comes to somebody anew. */
  readonly mark: string;
  /** What one press records that it is done; null: there is a form to fill in. */
  readonly tick: Tick | null;
};

/** An event without anything to say beside what it is about. */
type Tick = { readonly event: string; readonly fill: Readonly<Record<string, string>> };

/** What another has to do, in words. */
export type SaidWaiting = Omit<Waiting, 'about' | 'isRemindable'> & {
  readonly what: Words;
  /** null: this viewer reminds nobody of it. */
  readonly key: string | null;
};

type OpenCase = {
  readonly card: FullCard;
  /** The row of the viewer's organisation. */
  readonly access: TaskSource['access'];
  readonly facts: CaseFacts;
  readonly gone: TaskSource['gone'];
  readonly checkWords: CheckWords;
};

/** What a viewer, or whoever it asks for, has to do about one case at an instant. */
export function tasksOf(open: OpenCase, viewer: Viewer, at: string, whose?: Whose): SaidTask[] {
  const { card, facts } = open;
  const on = tokyoDay(at);
  // Told once: not anew because what stands before it was done, and the case now waits for it alone.
  const turns = openTurns(card.stage, facts, on);
  const sinceOpen = (about: string | null) => turns.find(({ id }) => id === about)?.turn.since;
  return projectTasks(sourceOf(open, at), viewer, at, whose).map(({ about, step, isSettable, ...task }) => ({
    ...task,
    written: writtenOf(task, facts),
    key: isSettable ? keyOf({ ...task, about }) : null,
    mark: markOf(
      { ...task, about, since: (task.kind === 'turn' && sinceOpen(about)) || task.since },
      { on, rules: facts.rules, answer: answerPhase(facts, task, at) },
    ),
    what: wordsOf(task.kind, about, { step, checkWords: open.checkWords }),
    route: routeOf(card.id, task.kind, step),
    tick: tickOf(step),
  }));
}

/** By what a task's day is judged: of a deadline its kind, and of what has one of its own that. */
const datedAs: Partial<Record<Task['kind'], string>> = { hold: 'holdRecheck', question: 'handoff' };

/** What names a task to whoever is told of it once: anew when it comes near, when its day is past, and when it is escalated. */
function markOf(
  { kind, about, ref, since, dueOn }: Omit<Task, 'step' | 'isSettable'>,
  at: Parameters<typeof phaseOf>[2] & { readonly answer: ReturnType<typeof answerPhase> },
): string {
  const phase = at.answer ?? phaseOf(kind === 'deadline' ? (about ?? '') : (datedAs[kind] ?? kind), dueOn, at);
  return [kind, about ?? '', ref, since ?? '', ...(phase === 'ahead' ? [] : [phase])].join('|');
}

/** What a viewer waits for in one case. */
export const waitingOf = (open: OpenCase, viewer: Viewer, at: string): SaidWaiting[] =>
  projectWaiting(sourceOf(open, at), viewer, at).map(({ about, isRemindable, ...waiting }) => ({
    ...waiting,
    key: isRemindable ? keyOf({ ...waiting, about }) : null,
    what:
      waiting.kind === 'enquiry'
        ? askedOf(about ?? '')
        : wordsOf(waiting.kind, about, { step: null, checkWords: open.checkWords }),
  }));

function sourceOf({ card, access, facts, gone }: OpenCase, at: string): TaskSource {
  const deadlines = deadlinesOf(facts).map(deadline => ({ ...deadline, step: stepOfDeadline(deadline, facts) }));
  const on = tokyoDay(at);
  const checks = openChecks(facts, on);
  const next = nextStep(card.next, facts, on);
  const others = openTurns(card.stage, facts, on)
    .filter(({ id }) => id !== card.next)
    .map(({ id, turn }) => ({ id, turn, next: nextStep(id, facts, on) }));
  const asks = openWaiverAsks(facts, on).map(ask => ({ ...ask, wanted: wantedFor(ask.requirement, facts) }));
  return { card, access, facts, gone, next, others, deadlines, checks, asks };
}

/** Whose exception is wanted: of one that takes two the other half, of others what the rules name; null: either's. */
function wantedFor(id: string, facts: CaseFacts): 'headNurse' | 'doctor' | null {
  const requirement = requirements.get(id);
  const { approvers } = facts.rules ?? {};
  const half = requirement && halfWaived(requirement, facts);
  if (half) return half.wanted;
  return requirement?.waivable === 'yes' && approvers !== 'both' ? (approvers ?? null) : null;
}

/** Events that say nothing but that something is done, with what says so, and that can be taken back by the same person. */
const ticked: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'actionItem.closed': {},
  'checklist.itemSet': { state: 'checkDone' },
};

const tickOf = (step: TaskStep | null): Tick | null => {
  const says = step ? ticked[step.event] : undefined;
  return step && says ? { event: step.event, fill: { ...step.fill, ...says } } : null;
};

/** What there is to do was written where the conference is recorded, or where the item was added to the checklist. */
function writtenOf(
  { kind, ref }: Pick<Task, 'kind' | 'ref'>,
  { actionItems, checklistItems = [] }: CaseFacts,
): SaidTask['written'] {
  const check = kind === 'checklist' ? checklistItems.find(({ id }) => id === ref) : undefined;
  if (check?.seq) return { seq: check.seq, name: rowTextName('checks', check.id, 'what') };
  const item = kind === 'actionItem' ? actionItems.find(({ id }) => id === ref) : undefined;
  return item ? { seq: item.seq, name: rowTextName('actionItems', item.id, 'what') } : null;
}

/** What makes a card's next step true: the form of its requirement, or the move itself. */
function nextStep(next: string | null, facts: CaseFacts, on: Day): (TaskStep & { category: Category }) | null {
  if (next === null) return null;
  const requirement = requirements.get(next);
  if (!requirement) return { event: next, category: categoryOf(next) };
  const fix = standingOf(next, facts, on).check.fix ?? { event: requirement.fix };
  // What comes first is another thing to do than the condition: a draft before its approval, a date before the meeting.
  const todo =
    fix.event === requirement.fix ? requirement.todo : (eventsByType.get(fix.event)?.todo ?? requirement.todo);
  return { ...fix, todo, category: categoryOf(requirement.fix) };
}

/** An enquiry is answered on the case itself, and a move is made from where its conditions are listed. */
function routeOf(caseId: string, kind: Task['kind'], step: TaskStep | null): string {
  if (step?.event === 'task.reminded') return `/cases/${caseId}/${kind === 'enquiry' ? 'team' : 'handoffs'}`;
  if (!step || kind === 'enquiry') return `/cases/${caseId}`;
  // A call is answered at the note that it stands in.
  if (kind === 'checklist') return `/cases/${caseId}/checklists?item=${step.fill?.checkId}`;
  if (kind === 'seat') return `/cases/${caseId}/conferences?of=${step.fill?.conferenceId}`;
  if (kind === 'mention') return `/cases/${caseId}?entry=${step.fill?.seq}`;
  if (kind === 'document') return `/cases/${caseId}/documents`;
  return eventsByType.get(step.event)?.kind === 'move' ? `/cases/${caseId}/next` : formRoute(caseId, step);
}

const w = (ja: string, en: string): Words => ({ ja, en });

/** What each kind asks for; `{what}` is what it is about. */
const sentences: Readonly<Record<Exclude<Task['kind'], 'turn' | 'deadline'>, Words>> = {
  enquiry: w('打診に答える({what})', 'Answer the enquiry ({what})'),
  hold: w('止まっている理由を確かめる({what})', 'Recheck the hold ({what})'),
  actionItem: w('{what}', '{what}'),
  question: w('引き継ぎの質問に答える({what})', 'Answer a question about the handoff ({what})'),
  handoff: w('引き継ぎ:{what}', 'Handoff: {what}'),
  seat: w('会議:{what}', 'Conference: {what}'),
  checklist: w('チェック:{what}', 'Checklist: {what}'),
  exception: w('例外の承認を頼まれています:{what}', 'An exception is asked for: {what}'),
  document: w('下書きを確かめて承認する:{what}', 'Check the draft and approve it: {what}'),
  mention: w('@で呼ばれました。書き込みを見る', 'You are called in a note: look at it'),
};

const askedOf = (id: string): Words => {
  const what = codeWords[id] ?? w(id, id);
  return w(`打診への返事(${what.ja})`, `Answer to the enquiry (${what.en})`);
};

const unansweredEnquiry = w(
  '打診の返事がないまま。連絡するか、ほかの候補を考える',
  'An enquiry has no answer: call, or think of another candidate',
);
const unansweredHandoff = w(
  '引き継ぎの返事がないまま。連絡するか、ほかの相手を考える',
  'A handoff has no answer: call, or think of another recipient',
);
const yourTurn = w('あなたの番です。ケースを開いて確かめる', 'It is your turn: open the case');
const ofHandoff: Readonly<Record<string, Words>> = {
  answered: w('質問の答えを読んで、返事をする', 'read the answers and decide'),
  review: w('初回訪問のあとの振り返りに答える(3つ)', 'look back after the first visit (three answers)'),
  reply: w('受け手の振り返りに返事をする', 'answer what the receiver wrote after the first visit'),
  talk: w('受け手の自信がないところを話して確かめる', 'talk over what the receiver is not sure of'),
  call: w('紙の引き継ぎの相手に電話する', 'call whoever answered the printed handoff'),
};
const readHandoff = w('読んで、受け入れるか返事をする', 'read it and answer');

type Saying = { readonly step: TaskStep | null; readonly checkWords: CheckWords };

function wordsOf(kind: Task['kind'], about: string | null, { step, checkWords }: Saying): Words {
  if (kind === 'turn' && about === null) return yourTurn;
  if (about === UNANSWERED) return kind === 'enquiry' ? unansweredEnquiry : unansweredHandoff;
  if (kind === 'turn' || kind === 'deadline') return step?.todo ?? todoOf(about ?? '');
  const what = kind === 'checklist' ? (checkWords(about ?? '') ?? ownCheck) : aboutWords(kind, about ?? '');
  const said = (language: Language) => fillWords(sentences[kind], { what: what[language] })[language];
  return { ja: said('ja'), en: said('en') };
}

/** A condition, move or other event as something to do. */
const todoOf = (id: string): Words => requirements.get(id)?.todo ?? eventsByType.get(id)?.todo ?? w(id, id);

function aboutWords(kind: Exclude<Task['kind'], 'turn' | 'deadline' | 'checklist'>, about: string): Words {
  if (kind === 'actionItem' || kind === 'seat') return todoOf(about);
  if (kind === 'exception') return requirements.get(about)?.text ?? w(about, about);
  if (kind === 'handoff') return ofHandoff[about] ?? readHandoff;
  if (kind === 'question') return sectionWords(about);
  if (kind === 'document') return wordsOfCode('paper', about) ?? w(about, about);
  return codeWords[about] ?? w(about, about);
}

const ownCheck = w('このお子さんの項目', 'an item for this child');

const sections: Readonly<Record<string, { readonly words: Words } | undefined>> = handoffSections;
const sectionWords = (id: string): Words => sections[id]?.words ?? w(id, id);
