import type { Language, Words } from '@kaerimichi/discharge';

/** A reason with both languages; the edge picks one by Accept-Language. Shape of interface.md otherwise. */
export type ReasonWords = {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly text: Words;
  readonly waivable: 'no' | 'yes' | 'safety';
  readonly evidence?: { seq?: number; recordId?: string; on?: string; until?: string };
  readonly fix?: { readonly event: string; readonly route: string };
  readonly turn?: { readonly org: string | null; readonly role: string; readonly since: string };
};

/** Why a command or question was not answered as hoped: a value, never an exception. */
export type Refusal = {
  readonly code:
    | 'bad-input'
    | 'sign-in'
    | 'not-permitted'
    | 'not-found'
    | 'requirements-unmet'
    | 'wrong-stage'
    | 'version-conflict'
    | 'key-reused'
    | 'precondition-required'
    | 'busy';
  readonly reasons?: readonly ReasonWords[];
  /** A message is `ja / en`, or words of both languages; the edge picks one. */
  readonly issues?: readonly { readonly path: string; readonly message: string | Words }[];
  /** With version-conflict: the case now and the events since the client's version, without instants where not shared. */
  readonly current?: { readonly version: number; readonly stage: string | null };
  readonly events?: readonly { readonly seq: number; readonly type: string; readonly at?: string }[];
};

export type Outcome<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly refusal: Refusal };

export const accepted = <Answer>(answer: Answer): Outcome<Answer> => ({ ok: true, answer });
export const refused = (refusal: Refusal): Outcome<never> => ({ ok: false, refusal });

/** Status and JSON text exactly as stored with the idempotency key: a retry gets the same bytes. */
export type WriteAnswer = { readonly status: number; readonly body: string };

export type RequestMeta = { readonly language: Language; readonly requestId: string };
