import { randomUUID } from 'node:crypto';
import { type EventDefinition, type RecordRef, splitTexts } from '@kaerimichi/discharge';
import { eventsByType, wireSchemaOf } from '@kaerimichi/discharge/chart';
import { saltedHash } from './canonical.ts';
import { type Outcome, refused } from './outcome.ts';
import type { RecordDraft } from './ports.ts';
import { toIssues } from './to-issues.ts';

/** An event as sent, taken apart: structured body for the chart, free text for a record. */
export type ParsedEvent = {
  readonly definition: EventDefinition;
  readonly occurredOn: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
  readonly record: RecordRef | undefined;
  readonly said: readonly string[];
  readonly records: readonly RecordDraft[];
};

const unknownType = { ja: 'ない種類の記録です。', en: 'There is no such event.' };

/** Parses what a client sends for one event; `on` is today's Tokyo day, after which nothing can have happened. */
export function parseEvent(sent: unknown, on: string): Outcome<ParsedEvent> {
  const type = typeof sent === 'object' && sent !== null && 'type' in sent ? sent.type : undefined;
  const definition = typeof type === 'string' ? eventsByType.get(type) : undefined;
  const schema = typeof type === 'string' ? wireSchemaOf(type) : undefined;
  if (!definition || !schema || definition.kind === 'time' || definition.type === 'case.registered')
    return refused({ code: 'bad-input', issues: [{ path: 'type', message: unknownType }] });
  const parsed = schema.safeParse(sent);
  if (!parsed.success) return refused({ code: 'bad-input', issues: toIssues(parsed.error, sent) });
  const { type: _type, occurredOn, ...fields } = parsed.data;
  if (typeof occurredOn === 'string' && occurredOn > on)
    return refused({
      code: 'bad-input',
      issues: [{ path: 'occurredOn', message: { ja: 'まだ来ていない日です。', en: 'The day has not come yet.' } }],
    });
  const day = typeof occurredOn === 'string' ? occurredOn : undefined;
  return { ok: true, answer: { definition, occurredOn: day, ...takenApart(definition, fields) } };
}

/** Free text leaves the event: the record keeps it, the event keeps the record's id and salted hash. */
function takenApart(definition: EventDefinition, fields: Record<string, unknown>) {
  const { body, texts } = splitTexts(definition, fields);
  return { body, ...recordOf(definition, texts), said: Object.keys(texts) };
}

/** The record that keeps the texts of an event, and how the event names it; none without texts. */
export function recordOf(
  { type, category }: EventDefinition,
  texts: Readonly<Record<string, unknown>>,
  id: string = randomUUID(),
): Pick<ParsedEvent, 'record' | 'records'> {
  if (Object.keys(texts).length === 0) return { record: undefined, records: [] };
  const record = { id, ...saltedHash(texts) };
  return {
    record: { id: record.id, hash: record.hash },
    records: [{ ...record, kind: type, category, body: texts }],
  };
}
