import type { Actor } from '@kaerimichi/discharge';
import { tokyoDay } from '@kaerimichi/discharge';
import { decide, eventsByType } from '@kaerimichi/discharge/chart';
import { nextEvent } from './decide-event.ts';
import { accepted, type Outcome, refused } from './outcome.ts';
import { type ParsedEvent, parseEvent, recordOf } from './parse-event.ts';
import { planCommit } from './plan-commit.ts';
import { type CommitPlan, type LoadedCase, systemActor } from './ports.ts';
import { toRefusal } from './reasons.ts';
import { stateOf } from './state-of.ts';

/** An event of the clock or of a guest, what it is about, and what was written. */
export type TimeEvent = {
  readonly type: string;
  readonly body: Record<string, unknown>;
  readonly texts?: Readonly<Record<string, string>>;
};

export type PlannedEvent = { readonly plan: CommitPlan; readonly next: LoadedCase };

type Stamp = { readonly at: string; readonly hubs: readonly string[] };

/** What the clock's event would change in a case, decided on what is loaded: nothing is written. */
export function planTimeEvent(loaded: LoadedCase, sent: TimeEvent, stamp: Stamp): Outcome<PlannedEvent> {
  const definition = eventsByType.get(sent.type);
  const body = definition?.body.safeParse(sent.body);
  if (definition?.kind !== 'time' || !body?.success)
    return refused({ code: 'bad-input', issues: [{ path: 'type', message: 'not a time event' }] });
  const texts = sent.texts ?? {};
  const said = Object.keys(texts);
  const parsed = { definition, occurredOn: undefined, body: body.data, said, ...recordOf(definition, texts) };
  return planParsed(loaded, parsed, { ...stamp, by: systemActor });
}

/**
 * What somebody's event would change in a case, decided on what is loaded: nothing is written, and asked is neither
 * whether they may send it nor whether the organisations and people that it names are there (`checkNamed`). Undo and
 * correction are decided on a history and are refused here.
 */
export function planEvent(
  loaded: LoadedCase,
  sent: Readonly<Record<string, unknown>>,
  stamp: Stamp & { readonly by: Actor },
): Outcome<PlannedEvent> {
  const parsed = parseEvent(sent, tokyoDay(stamp.at));
  return parsed.ok ? planParsed(loaded, parsed.answer, stamp) : parsed;
}

function planParsed(
  loaded: LoadedCase,
  parsed: ParsedEvent,
  { by, at, hubs }: Stamp & { readonly by: Actor },
): Outcome<PlannedEvent> {
  const event = nextEvent(loaded, parsed, { by, at });
  const decision = decide(stateOf(loaded), event);
  if (!decision.ok) return refused(toRefusal(loaded.id, decision));
  const { records } = parsed;
  const answer = { status: 200, body: '' };
  return accepted(planCommit({ loaded, event, decision, records, session: null, key: null, answer, hubs }));
}
