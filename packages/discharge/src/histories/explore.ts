import { type TransitionView, transitionsOf } from '../chart.ts';
import { isRegionMove } from '../events.ts';
import { standingOf } from '../requirements.ts';
import { aCase, fork, type Story } from './a-case.ts';
import { representative } from './representative.ts';

/**
 * An exhaustive search over the chart: from every position found, every arrow is tried. One that is refused is followed
 * by what its own reasons name as the fix, until it is accepted; so the search also proves that each fix fixes.
 */
const LONGEST_WAY = 120;

/** What makes these true happens in another stage: a stay is made in preparation, a discharge before the closing. */
const elsewhere = new Set(['trialStaySucceeded', 'dischargedBefore']);

const found = {
  positions: new Map<string, Story>(),
  /** `stage step` and the arrow that was taken from there. */
  taken: new Set<string>(),
  blocked: new Set<string>(),
  released: new Set<string>(),
  /** Types of events that were accepted on the way. */
  accepted: new Set<string>(),
  stuck: new Set<string>(),
  /** Places that no arrow of the queue stands in, each looked at once: see `lookBeside`. */
  beside: new Map<string, Story>(),
  /** From position to position, by the keys of both. */
  steps: [] as { readonly from: string; readonly event: string; readonly to: string }[],
};
export type Found = typeof found;

const isAdultStage = (stage: string) => stage === 'followUp' || stage === 'stableAtHome' || stage === 'closed';
export const placeOf = (child: Story) => `${child.position().stage} ${child.position().step}`;

/** Positions that differ in what may follow; the adult region is walked through in one stage, it is the same in all. */
function keyOf(child: Story): string {
  const { stage, adult } = child.position();
  const { readmission, evaluations, adopted, discharged, round, consents } = child.facts();
  const running = evaluations.find(({ status }) => status === 'admitted' || status === 'evaluated');
  return [
    placeOf(child),
    isAdultStage(stage) ? adult : '',
    readmission?.cameFrom ?? running?.cameFrom,
    adopted ? 'adopted' : '',
    discharged ? 'discharged' : '',
    round > 0 ? 'again' : '',
    consents.some(({ scope }) => scope === 'hospital') ? 'consented' : '',
    hasStayed(child) ? 'stayed' : '',
  ].join(' ');
}

/** A stay is made before the conference is convened: whether it succeeded decides what may follow the conference. */
const hasStayed = (child: Story) =>
  ['preparing', 'jointConference'].includes(child.position().stage) &&
  standingOf('trialStaySucceeded', child.facts(), child.on()).how === 'met';

/** One arrow by its event, its target and the fields that choose it. */
export const arrowOf = ({ event, to, how, fixed }: Pick<TransitionView, 'event' | 'to' | 'how'> & { fixed: object }) =>
  [event, isRegionMove(event) ? '' : (how ?? to), ...Object.values(fixed)].join(' ');

/** Sends a typical event of a type, with the fields that a form would have filled in. */
export const sendTypical = (child: Story, type: string, fill?: Readonly<Record<string, string>>) => {
  const at = { state: child.state(), on: child.on(), day: child.day(), seq: child.seq() + 1, fill };
  const sent = representative(type, at);
  const decision = child.tries(sent.by, sent.type, sent.body);
  if (decision.ok) found.accepted.add(type);
  return decision;
};

/** Takes one arrow, doing what its reasons ask for; null when that leads elsewhere or nowhere. */
function take(from: Story, arrow: string): Story | null {
  const child = fork(from);
  const place = placeOf(child);
  const asked = new Set<string>();
  for (let way = 0; way < LONGEST_WAY; way++) {
    const view = transitionsOf(child.state(), child.on()).find(other => arrowOf(other) === arrow);
    if (!view) return null;
    for (const { code } of view.unmet) {
      found.blocked.add(code);
      asked.add(code);
    }
    for (const { code, how } of view.done)
      if (how === 'met' && (asked.has(code) || elsewhere.has(code))) found.released.add(code);
    const [reason] = view.unmet;
    const decision = reason?.fix
      ? sendTypical(child, reason.fix.event, reason.fix.fill)
      : sendTypical(child, view.event, view.fixed);
    if (!decision.ok) {
      found.stuck.add(`${place} ${arrow}: ${reason?.code ?? 'ready'}: ${decision.reasons[0]?.code}`);
      return null;
    }
    if (!reason) return child;
    if (child.position().stage !== from.position().stage) return null;
  }
  found.stuck.add(`${place} ${arrow}: no end`);
  return null;
}

/** Walks the chart from the first intake until nothing new is found. */
export function explore(): Found {
  const queue = [aCase({ bornOn: '2010-01-01' })];
  for (let child = queue.shift(); child; child = queue.shift()) {
    const from = keyOf(child);
    if (found.positions.has(from)) continue;
    found.positions.set(from, child);
    const goOn = (event: string, next: Story) => {
      found.steps.push({ from, event, to: keyOf(next) });
      queue.push(next);
    };
    for (const event of besideMoves(child)) {
      const other = fork(child);
      sendTypical(other, event);
      goOn(event, other);
    }
    lookBeside(child);
    for (const view of transitionsOf(child.state(), child.on())) {
      const next = take(child, arrowOf(view));
      if (!next) continue;
      found.taken.add(`${placeOf(child)} ${arrowOf(view)}`);
      goOn(view.event, next);
    }
  }
  return found;
}

/**
 * Two things that would multiply the positions and change none of their arrows: how far the adult region has come in
 * between, and a case that was merged into another. Each is walked there, and back into what the queue knows.
 */
function lookBeside(child: Story): void {
  const { stage, adult } = child.position();
  if (found.beside.size === 0) walkBeside(child, ['case.merged'], 'case.reopened screening screening');
  if (stage === 'followUp' && adult === 'open')
    walkBeside(child, ['adult.serviceMapped', 'adult.visitHeld'], 'adult.transferred ');
}

const MOST_TIMES = 20;

function walkBeside(from: Story, events: readonly string[], back: string): void {
  const child = fork(from);
  let key = keyOf(child);
  const step = (event: string, to: string) => {
    found.steps.push({ from: key, event, to });
    key = to;
  };
  const levelOf = () => `${child.position().step} ${child.position().adult}`;
  for (const event of events) {
    const before = levelOf();
    for (let n = 0; n < MOST_TIMES && levelOf() === before; n++) sendTypical(child, event);
    const to = `${placeOf(child)} ${child.position().adult} after ${keyOf(from)}`;
    found.beside.set(to, fork(child));
    step(event, to);
  }
  const next = take(child, back);
  if (next) step(back.split(' ')[0] ?? '', keyOf(next));
}

/** What changes the position without being a move of the main region. */
function besideMoves(child: Story): string[] {
  const { stage, adult } = child.position();
  if (stage === 'followUp' && adult === 'none') return ['adult.prompted', 'adult.opened'];
  if (stage === 'followUp' && adult === 'prompted') return ['adult.opened'];
  return stage === 'evaluationAdmission' ? ['evaluation.recorded'] : [];
}
