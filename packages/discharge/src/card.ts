import type { Day } from './vocabulary.ts';

/** Whose turn it is: of a role; `owner` and `lent`, where it was given to somebody by name, are memberships. */
type CardTurn = {
  readonly org: string | null;
  readonly role: string;
  readonly since: Day;
  readonly owner?: string;
  readonly lent?: { readonly to: string; readonly until: string };
};

/** The card of a case as stored: the same for everyone of the lead organisation; other classes are projections of it. */
export type FullCard = {
  readonly id: string;
  readonly no: string;
  readonly name: string | null;
  readonly kana: string | null;
  /** No given name is recorded yet; absent on a card of a child that has one. */
  readonly unnamed?: true;
  readonly bornOn: Day | null;
  /** Of a child that is not born yet. */
  readonly expectedOn?: Day;
  readonly gestationWeeks: number | null;
  readonly stage: string;
  readonly column: string;
  readonly phase: string;
  readonly tracks: Readonly<Record<string, string>>;
  readonly adult: string;
  readonly needs: readonly string[];
  /** Earliest open deadline. */
  readonly due: { readonly kind: string; readonly on: Day } | null;
  /** The day after the last of the consent that ends first, where it is near and another day is nearer still. */
  readonly consentEnds?: Day;
  readonly turn: CardTurn | null;
  /** Whose turn it is besides, at other open requirements of the forward move; absent where it is nobody's. */
  readonly also?: readonly Pick<CardTurn, 'org' | 'role'>[];
  readonly holds: readonly { readonly code: string; readonly n: number }[];
  readonly cond: { readonly done: number; readonly all: number };
  /** Id of the first unmet requirement of the forward move, or of the move itself when all are met. */
  readonly next: string | null;
  readonly owners: readonly string[];
  readonly flags: readonly string[];
  readonly lead: string;
  /** How many handoffs the case has; absent on a card that was written before it was counted. */
  readonly handoffs?: number;
  readonly version: number;
};
