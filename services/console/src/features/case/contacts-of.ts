import type { HistoryEvent } from '@kaerimichi/contracts';

/** Whom to call: when, what about (null: everything), and the text as it was written; null where it is not shared. */
export type Contact = {
  readonly seq: number;
  readonly when: string;
  readonly topic: string | null;
  readonly text: string | null;
};

const order = ['day', 'night', 'emergencyRoute'];

/** Contacts that hold, from the history (newest first): of each time and topic the last one that stands. */
export function contactsOf(history: readonly HistoryEvent[]): Contact[] {
  const found = new Map<string, Contact>();
  for (const { type, seq, body, texts, corrected } of history) {
    if (type !== 'contacts.recorded' || corrected || typeof body?.when !== 'string') continue;
    const topic = typeof body.topic === 'string' ? body.topic : null;
    const key = `${body.when} ${topic ?? ''}`;
    if (!found.has(key)) found.set(key, { seq, when: body.when, topic, text: texts?.contact ?? null });
  }
  return [...found.values()].sort((a, b) => order.indexOf(a.when) - order.indexOf(b.when) || a.seq - b.seq);
}
