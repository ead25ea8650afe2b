import { type CaseEvent, tokyoDay } from '@kaerimichi/discharge';
import { z } from 'zod';
import { canonicalJson } from './canonical.ts';

const storedEvent = z.strictObject({
  type: z.string(),
  seq: z.int().positive(),
  at: z.iso.datetime(),
  occurredOn: z.iso.date().optional(),
  by: z.strictObject({
    membership: z.string(),
    person: z.string(),
    org: z.string(),
    // A role id of an older program may be unknown to this one; history is shown all the same.
    role: z.custom<CaseEvent['by']['role']>(role => typeof role === 'string'),
    mayWaive: z.boolean(),
  }),
  record: z.strictObject({ id: z.string(), hash: z.string() }).optional(),
  body: z.record(z.string(), z.unknown()),
});

/**
 * Canonical bytes of an event: what the chain covers and history is read from. `on` follows from `at`; which texts came
 * with it stands in its record.
 */
export function toEventBytes({ on: _on, said: _said, ...event }: CaseEvent): Uint8Array {
  return Buffer.from(canonicalJson(event));
}

export function parseEventBytes(payload: Uint8Array): CaseEvent {
  const event = storedEvent.parse(JSON.parse(Buffer.from(payload).toString('utf8')));
  return { ...event, on: tokyoDay(event.at) };
}
