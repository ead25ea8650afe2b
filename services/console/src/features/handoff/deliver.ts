import type { EventBody } from '../../api/send-event.ts';

/** Somebody to whom what is written goes; `key`: the organisation, or the name of somebody outside the network. */
export type Recipient = { readonly key: string; readonly body: Readonly<Record<string, string>> };

/** How far a recipient's handoff has come. */
export type Target = {
  readonly handoffId: string;
  /** The texts that the server has, as JSON; null: none yet. */
  readonly written: string | null;
  readonly isSent: boolean;
};
export type Targets = Readonly<Record<string, Target>>;

type Letter = {
  readonly texts: Readonly<Record<string, string>>;
  readonly isToSend: boolean;
  /** Whether the receiver is asked to say back what matters. */
  readonly isTeachBack: boolean;
  readonly version: number;
};

type Ports = {
  /** The case's version after it; null: refused. */
  readonly send: (body: EventBody, version: number) => Promise<number | null>;
  /** Told after each step, so that none is taken twice, whatever becomes of the next. */
  readonly note: (key: string, target: Target) => void;
};

/**
 * Writes the texts for each recipient, and sends them where that is wanted; the first refusal stops. What the server has
 * already is not written again, and nobody is sent anything twice.
 *
 * @returns whether it was done for all
 */
export async function deliver(
  recipients: readonly (Recipient & { readonly target: Target })[],
  { texts, isToSend, isTeachBack, version }: Letter,
  { send, note }: Ports,
): Promise<boolean> {
  const content = JSON.stringify(texts);
  let at: number | null = version;
  for (const { key, body, target } of recipients) {
    const { handoffId } = target;
    const isWritten = target.written === content;
    if (!isWritten) {
      at = await send({ type: 'handoff.composed', handoffId, ...body, ...texts }, at);
      if (at === null) return false;
      note(key, { handoffId, written: content, isSent: false });
    }
    if (!isToSend || (isWritten && target.isSent)) continue;
    at = await send({ type: 'handoff.sent', handoffId, ...(isTeachBack ? { teachBack: true } : {}) }, at);
    if (at === null) return false;
    note(key, { handoffId, written: content, isSent: true });
  }
  return true;
}
