import { addDays, startOfTokyoDay } from '@kaerimichi/rules/calendar';
import type { Actor, CaseEvent } from '../event.ts';
import { eventsByType, wireSchemaOf } from '../events.ts';
import { splitTexts } from '../row-texts.ts';

/**
 * One event of a script, as a client would send it. Days count from the script's first day; a text `@12` within the
 * body is the twelfth day after it, so that a script can be played on any calendar.
 */
export type ScriptEvent = {
  readonly day: number;
  readonly by: string;
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Recorded afterwards: the day on which it happened. */
  readonly occurred?: number;
  /** Seconds after the event before it; a minute where absent. */
  readonly seconds?: number;
  /** Code of the reason with which it is refused; such an event changes nothing. */
  readonly refused?: string;
};

const nurse = { role: 'dischargeNurse', org: 'org-kodomo', mayWaive: false } as const;

/** Who acts in scripts: memberships of invented organisations, without names. */
export const actors: Readonly<Record<string, Actor>> = {
  dsn: { ...nurse, membership: 'm-dsn', person: 'p-dsn' },
  dsn2: { ...nurse, membership: 'm-dsn2', person: 'p-dsn2' },
  head: { ...nurse, membership: 'm-head', person: 'p-head', mayWaive: true },
  ward: { ...nurse, membership: 'm-ward', person: 'p-ward', role: 'wardNurse' },
  doctor: { ...nurse, membership: 'm-doctor', person: 'p-doctor', role: 'doctor', mayWaive: true },
  hvn: { membership: 'm-hvn', person: 'p-hvn', org: 'org-nozomi', role: 'visitingNurse', mayWaive: false },
  hvn2: { membership: 'm-hvn2', person: 'p-hvn2', org: 'org-aozora', role: 'visitingNurse', mayWaive: false },
  coord: { membership: 'm-coord', person: 'p-coord', org: 'org-kyoten', role: 'coordinator', mayWaive: true },
  regional: {
    membership: 'm-regional',
    person: 'p-regional',
    org: 'org-chiiki',
    role: 'dischargeNurse',
    mayWaive: false,
  },
  clock: { membership: 'system', person: 'system', org: 'system', role: 'system', mayWaive: false },
};

const dated = (value: unknown, startsOn: string): unknown => {
  if (typeof value === 'string') return /^@-?\d+$/.test(value) ? addDays(startsOn, Number(value.slice(1))) : value;
  if (Array.isArray(value)) return value.map(item => dated(item, startsOn));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, dated(field, startsOn)]));
};

const SURGERY_OPENS = 10 * 3_600_000;
const MINUTE = 60_000;

/** The instant of the next event: ten o'clock of its day, or a minute after the one before. */
export function instantOf({ day, seconds }: ScriptEvent, startsOn: string, before: string | null): string {
  const opens = Date.parse(startOfTokyoDay(addDays(startsOn, day))) + SURGERY_OPENS;
  const next = before ? Date.parse(before) + (seconds === undefined ? MINUTE : seconds * 1000) : 0;
  return new Date(Math.max(opens, next)).toISOString();
}

/** A script's event as the chart sees it: parsed by its own schema, its free text moved to a record. */
export function toCaseEvent(sent: ScriptEvent, at: { startsOn: string; seq: number; instant: string }): CaseEvent {
  const definition = eventsByType.get(sent.type);
  const schema = wireSchemaOf(sent.type);
  const by = actors[sent.by];
  if (!definition || !schema || !by) throw new Error(`the script sends ${sent.type} by ${sent.by}`);
  const parsed = schema.parse({ type: sent.type, ...(dated(sent.body, at.startsOn) as object) });
  const { type: _type, ...fields } = parsed;
  const { body, texts } = splitTexts(definition, fields);
  const said = Object.keys(texts);
  const record = said.length > 0 ? { record: { id: `r-${at.seq}`, hash: '0'.repeat(64) } } : {};
  return {
    type: sent.type,
    seq: at.seq,
    at: at.instant,
    on: addDays(at.startsOn, sent.day),
    ...(sent.occurred === undefined ? {} : { occurredOn: addDays(at.startsOn, sent.occurred) }),
    by,
    ...record,
    said,
    body,
  };
}
