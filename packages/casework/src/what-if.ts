import { actsAs, maySend, maySendThis, projectDeadlines, readsWhole, seesFees } from '@kaerimichi/access';
import { type CaseFacts, type Day, tokyoDay } from '@kaerimichi/discharge';
import {
  compareStandings,
  type Difference,
  isOutsideChart,
  type OpenMove,
  requirements,
  type Standing,
  tryEvents,
} from '@kaerimichi/discharge/chart';
import type { DifferenceSeen, WhatIfQuestion, WhatIfSeen } from './answers-seen.ts';
import type { CaseworkPorts } from './casework.ts';
import { actorOf, nextEvent } from './decide-event.ts';
import { type Reader, readerOf } from './entry-kind.ts';
import { farDay } from './far-days.ts';
import type { HouseStandards } from './fees/account-facts.ts';
import { type FeeSeen, feesOf } from './fees/list-fees.ts';
import { accepted, type Outcome, refused } from './outcome.ts';
import { type ParsedEvent, parseEvent } from './parse-event.ts';
import type { LoadedCase, SignedIn } from './ports.ts';
import { seenReason, toReason } from './reasons.ts';
import { stateOf } from './state-of.ts';
import { allowedEvents, caseWithWay } from './view-case.ts';

type Question = WhatIfQuestion & { readonly who: SignedIn; readonly caseId: string };
type Opened = Extract<Awaited<ReturnType<typeof caseWithWay>>, { ok: true }>['answer'];

/**
 * What would come of events on a copy of the case, each decided by the chart as if it were sent on its day. Whether the
 * organisations and people that they name are there is not asked, and undo and correction, which need the history, are not
 * taken. Nothing is written but the look.
 */
export async function whatIf(ports: CaseworkPorts, question: Question): Promise<Outcome<WhatIfSeen>> {
  const seen = await caseWithWay(ports, { ...question, what: 'what-if' });
  if (!seen.ok) return seen;
  const now = ports.clock.now();
  const today = tokyoDay(now);
  const issues = [
    ...farDay('target', question.target, today),
    ...question.events.flatMap(({ on }, index) => farDay(`events.${index}.on`, on, today)),
  ];
  if (issues.length > 0) return refused({ code: 'bad-input', issues });
  const parsed = parseAll(question, seen.answer, today);
  if (!parsed.ok) return parsed;
  const { loaded } = seen.answer;
  const before = { state: stateOf(loaded), on: today };
  let after: Standing = before;
  for (const [index, { event: sent, on }] of parsed.answer.entries()) {
    const copy = { ...loaded, facts: after.state.facts, version: loaded.version + index };
    const at = on === before.on ? now : `${on}T03:00:00.000Z`;
    const outcome = tryEvents(after, [nextEvent(copy, sent, { by: actorOf(question.who), at })]);
    if (!outcome.ok) {
      const reader = readerOf(question.who.viewer, copy);
      const reasons = outcome.refused.reasons.map(reason => toReason(loaded.id, seenReason(reason, reader)));
      return accepted({ refused: { index, reasons }, difference: null, fees: null });
    }
    after = outcome.after;
  }
  const house = await ports.store.houseStandards(loaded.facts.lead);
  return accepted({ refused: null, ...told(question, seen.answer, { before, after, house }) });
}

type Step = { readonly event: ParsedEvent; readonly on: Day };

/** Every event, by whoever may send it, on its day; the days follow each other and none has passed. */
function parseAll({ who, events }: Question, { loaded, access }: Opened, today: Day): Outcome<readonly Step[]> {
  const standing = actsAs(access, loaded.facts, who.viewer);
  const steps: Step[] = [];
  for (const [index, { event: sent, on }] of events.entries()) {
    const earliest = steps.at(-1)?.on ?? today;
    const day = on ?? earliest;
    if (day < earliest)
      return refused({ code: 'bad-input', issues: [{ path: `events.${index}.on`, message: tooEarly }] });
    const parsed = parseEvent(sent, day);
    if (!parsed.ok) {
      const issues = parsed.refusal.issues?.map(({ path, message }) => ({
        path: `events.${index}.event.${path}`,
        message,
      }));
      return refused({ ...parsed.refusal, ...(issues && { issues }) });
    }
    const { definition, body } = parsed.answer;
    const { type } = definition;
    if (isOutsideChart(type))
      return refused({ code: 'bad-input', issues: [{ path: `events.${index}.event.type`, message: needsHistory }] });
    if (!maySend(who.viewer, standing, type) || !maySendThis(who.viewer, loaded.facts, { type, body }))
      return refused({ code: 'not-permitted' });
    steps.push({ event: parsed.answer, on: day });
  }
  return accepted(steps);
}

const tooEarly = {
  ja: 'きょうか、前の記録の日より後にしてください。',
  en: 'Not before today, nor before the entry above.',
};
const needsHistory = {
  ja: '取り消しと訂正は、もしもでは試せません。',
  en: 'An undo or a correction cannot be tried on a copy.',
};

type Copies = { readonly before: Standing; readonly after: Standing };
type WithHouse = Copies & { readonly house: readonly HouseStandards[] };

/** What is otherwise, as far as whoever asks is told of the case itself. */
function told(
  { who, facts, target }: Question,
  { loaded, access }: Opened,
  { before, after, house }: WithHouse,
): Pick<WhatIfSeen, 'difference' | 'fees'> {
  const reader = readerOf(who.viewer, loaded);
  const allowed = allowedEvents({ viewer: who.viewer, access }, loaded);
  const difference = readsWhole(reader.rights, 'plan')
    ? differenceFor(compareStandings(before, after, target), reader, allowed)
    : null;
  return { difference, fees: seesFees(reader.rights) ? comparedFees(loaded, { before, after, house }, facts) : null };
}

function comparedFees(
  loaded: LoadedCase,
  { before, after, house }: WithHouse,
  assumed: WhatIfQuestion['facts'],
): WhatIfSeen['fees'] {
  const was = knownFees(loaded.facts, before.on, house);
  return feesOf(after.state.facts, after.on, { assumed, house }).map(fee => {
    const now = was.get(fee.id);
    return { ...fee, before: now ? { status: now.status, met: metIn(now) } : null };
  });
}

type Fees = ReadonlyMap<string, FeeSeen>;
// Facts never change, and a day of what-ifs compares with the same ones every time.
const known = new WeakMap<CaseFacts, { readonly asked: string; readonly fees: Fees }>();

function knownFees(facts: CaseFacts, on: Day, house: readonly HouseStandards[]): Fees {
  const asked = JSON.stringify([on, house]);
  const before = known.get(facts);
  if (before?.asked === asked) return before.fees;
  const fees = new Map(feesOf(facts, on, { house }).map(fee => [fee.id, fee]));
  known.set(facts, { asked, fees });
  return fees;
}

const metIn = ({ conditions }: FeeSeen): number => conditions.filter(({ ok }) => ok === true).length;

function differenceFor(found: Difference, { rights }: Reader, allowed: ReadonlySet<string>): DifferenceSeen {
  const moves = (views: readonly OpenMove[]) =>
    views
      .filter(({ event, isForward }) => allowed.has(event) || isForward)
      .map(({ event, to, how, label }) => ({ event, label, to: how ? `closed.${how}` : to }));
  const conditions = (codes: readonly string[]) =>
    codes.flatMap(code => {
      const text = requirements.get(code)?.text;
      return text ? [{ code, text }] : [];
    });
  const { position, plan } = found;
  return {
    stage: { before: position.before.stage, after: position.after.stage },
    opens: moves(found.opens),
    closes: moves(found.closes),
    settles: conditions(found.settles),
    unsettles: conditions(found.unsettles),
    deadlines: projectDeadlines(found.deadlines, rights).map(({ kind, ref, before, dueOn }) => ({
      kind,
      ref,
      before,
      after: dueOn,
    })),
    plan,
  };
}
