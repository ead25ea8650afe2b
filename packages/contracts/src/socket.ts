import { z } from 'zod';
import { card } from './card.ts';
import { opaqueId } from './http/opaque-id.ts';

/** What a board holds in total: compared by the client with what it has; a mismatch is healed by `board.sync`. */
export const pulse = z.strictObject({ at: z.string(), count: z.int(), digest: z.int() });
export type Pulse = z.infer<typeof pulse>;

export const change = z.strictObject({
  caseId: z.string(),
  version: z.int(),
  /** null: no longer yours to see. */
  card: card.nullable(),
  cause: z.strictObject({ type: z.string(), org: z.string(), at: z.string() }),
});
export type Change = z.infer<typeof change>;

export const casesChanged = z.strictObject({ changes: z.array(change) });
export const caseEvent = z.strictObject({ caseId: z.string(), seq: z.int(), version: z.int() });
export const caseWatch = z.strictObject({ caseId: opaqueId });
export const boardHave = z.strictObject({ have: z.record(z.string().max(64), z.int()) });
export const boardDifference = z.strictObject({ changed: z.array(card), removed: z.array(z.string()), pulse });
export type BoardDifference = z.infer<typeof boardDifference>;

/** Where somebody is: with a board before them, with a case open; neither: they look elsewhere. */
export const presenceSet = z.strictObject({ board: z.boolean(), caseId: opaqueId.nullable() });
export type PresenceSet = z.infer<typeof presenceSet>;

/** A person acting in a membership, whose id this is; `org` is the organisation's name where it is another than one's own. */
export const presentPerson = z.strictObject({
  id: z.string(),
  name: z.string(),
  org: z.string().optional(),
  /** Fills a form of the case in. */
  edits: z.literal(true).optional(),
});
export type PresentPerson = z.infer<typeof presentPerson>;

export const presenceNow = z.strictObject({
  /** Colleagues with the board before them, oneself among them; `more`: others than these. */
  board: z.array(presentPerson),
  more: z.int(),
  /** Who has which case open, by case. */
  cases: z.record(z.string(), z.array(presentPerson)),
});
export type PresenceNow = z.infer<typeof presenceNow>;

/** A form of one event of a case, as somebody has it before them; of a correction one for each entry (`.12`). */
const formOfCase = z.strictObject({
  caseId: opaqueId,
  form: z
    .string()
    .max(80)
    .regex(/^[A-Za-z]+\.[A-Za-z]+(\.\d+)?$/),
});
export type FormOfCase = z.infer<typeof formOfCase>;

/** `typing`: something was put in just now; said again while it goes on, or it lapses. */
export const formSet = formOfCase.extend({ state: z.enum(['open', 'typing', 'closed']) });
export type FormSet = z.infer<typeof formSet>;

/** Who else fills a form in, and since which instant. */
export const formEdited = formOfCase.extend({
  people: z.array(presentPerson.pick({ id: true, name: true, org: true }).extend({ since: z.string() })),
});
export type FormEdited = z.infer<typeof formEdited>;
export type FormEditor = FormEdited['people'][number];

/** Messages from client to server with their acknowledgements. */
export type ClientMessages = {
  'board.watch': (ack: (answer: { pulse: Pulse } | { code: string }) => void) => void;
  'board.sync': (body: unknown, ack: (answer: BoardDifference | { code: string }) => void) => void;
  'case.watch': (body: unknown, ack: (answer: { version: number } | { code: string }) => void) => void;
  'case.leave': (body: unknown) => void;
  /** What one has open now, in place of what was said before; never kept anywhere. */
  'presence.set': (body: unknown) => void;
  /** What one does with a form of a case; never kept anywhere. */
  'form.set': (body: unknown) => void;
};
export type ServerMessages = {
  'cases.changed': (body: z.infer<typeof casesChanged>) => void;
  'board.pulse': (body: Pulse) => void;
  'case.event': (body: z.infer<typeof caseEvent>) => void;
  /** Who else looks at the board or has a case of it open, whenever that changes. */
  'presence.now': (body: PresenceNow) => void;
  /** Who fills in a form that one has open, whenever that changes. */
  'form.edited': (body: FormEdited) => void;
  /** Of a wall display: what it is shown is of another level from now on, with names until an instant. It loads afresh. */
  'wall.sight': (body: { until: string | null }) => void;
  /** The watch ended: membership, role or language changed, or signed out. The client loads afresh. */
  'session.ended': (body: { code: string }) => void;
};

/**
 * 53-bit FNV-1a over `caseId:version\n` sorted by case id (interface.md): FNV-1a 64 over the UTF-8 bytes, folded to
 * 53 bits by exclusive or as its authors advise. Client and server compute the same number from what they hold.
 */
export function boardDigest(versions: Iterable<readonly [string, number]>): number {
  const lines = [...versions]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([id, version]) => `${id}:${version}\n`);
  const { high, low } = fnv1a(new TextEncoder().encode(lines.join('')));
  const folded = (high & 0x1fffff) * 0x100000000 + low; // lower 53 bits
  const top = high >>> 21; // upper 11 bits
  return folded - low + ((low ^ top) >>> 0);
}

/** FNV-1a 64 as two 32-bit halves: a BigInt per byte took 30 times as long on a board of 500 cases. */
function fnv1a(bytes: Uint8Array): { high: number; low: number } {
  const prime = 0x1b3; // the 64-bit prime is 2^40 + 0x1b3
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const byte of bytes) {
    low = (low ^ byte) >>> 0;
    const product = low * prime;
    const carry = Math.floor(product / 0x100000000);
    high = (Math.imul(high, prime) + carry + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return { high, low };
}
