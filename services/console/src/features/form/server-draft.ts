import type { Draft } from './drafts.ts';

/** One form's draft with the account: what a server has of it, keeps and forgets. Each throws where that failed. */
export type DraftPort = {
  /** null: there is none. */
  readonly find: () => Promise<Draft | null>;
  /** When it was kept, in milliseconds. */
  readonly keep: (content: unknown) => Promise<number>;
  readonly forget: () => Promise<void>;
};

/** Where what is typed was last kept: with the account, or for now on this device alone. */
export type Kept = { readonly at: number; readonly isSent: boolean };

type Telling = {
  readonly onKept: (kept: Kept) => void;
  /** A later draft of another device or of before a crash; what is typed here waits until a person has chosen. */
  readonly onFound: (draft: Draft) => void;
};

export type ServerDraft = {
  /** Looks what the account has; `here` is when this device last kept it. */
  readonly look: (here: number) => Promise<void>;
  readonly keep: (content: unknown, at: number) => Promise<void>;
  /** What was found is taken or left: from now on what is typed here replaces it. */
  readonly settle: () => void;
  /** After it was forgotten: the same form is written in anew. */
  readonly renew: () => void;
  readonly forget: () => Promise<void>;
};

/** Clocks of a device and a server differ by so much without either being later. */
const SAME_MS = 60_000;

/**
 * Keeps a form's draft with the account, one step after another, so that nothing arrives after the end. Nothing is
 * replaced there before it is known what it is: a draft of another device is offered, never lost.
 */
export function serverDraft({ find, keep, forget }: DraftPort, { onKept, onFound }: Telling): ServerDraft {
  let state: 'unknown' | 'found' | 'settled' | 'ended' = 'unknown';
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    const next = turn.then(work, work);
    turn = next.catch(() => undefined);
    return next;
  };
  const lookNow = async (here: number) => {
    if (state !== 'unknown') return;
    const draft = await find();
    // While it was asked for the form may have been sent.
    if (state !== 'unknown') return;
    const isLater = draft !== null && draft.at > here + (here === 0 ? 0 : SAME_MS);
    state = isLater ? 'found' : 'settled';
    if (isLater) onFound(draft);
  };
  return {
    look: here => inTurn(() => lookNow(here)).catch(() => undefined),
    keep: (content, at) =>
      inTurn(async () => {
        await lookNow(at);
        if (state === 'ended') return;
        if (state === 'found') return onKept({ at, isSent: false });
        onKept({ at: await keep(content), isSent: true });
      }).catch(() => {
        if (state !== 'ended') onKept({ at, isSent: false });
      }),
    settle: () => {
      if (state === 'found') state = 'settled';
    },
    renew: () => {
      if (state === 'ended') state = 'settled';
    },
    forget: () => {
      state = 'ended';
      return inTurn(forget).catch(() => undefined);
    },
  };
}
