import type { HandoffView } from '@kaerimichi/contracts';
import { handoffSectionIds } from '@kaerimichi/discharge';
import type { Speech } from '../../words/words.ts';

type Stood = {
  readonly status: string;
  readonly openQuestions: number;
  readonly confirmed: number;
};

/** `質問あり 2` · `確認中 3/9` · `送信済み(未開封)`: where a handoff stands, in the words of both ends. */
export function statusWords({ status, openQuestions, confirmed }: Stood, { say, code }: Speech): string {
  if (status === 'sent') return say('handoff.unopened');
  if (status === 'questioned') return say('handoff.questioned', { n: openQuestions });
  if (status === 'accepted') return say('handoff.accepted');
  if (status === 'opened' || status === 'answered')
    return say('handoff.confirming', { n: confirmed, all: handoffSectionIds.length });
  return code('item', status);
}

export const countsOf = ({ status, sections }: HandoffView): Stood => ({
  status,
  confirmed: sections.filter(({ confirmed }) => confirmed).length,
  openQuestions: sections.flatMap(({ questions }) => questions).filter(({ answer }) => !answer).length,
});

/** The first letters of a hash, in two groups: enough to compare two versions by eye or on the telephone. */
export const markOf = (hash: string): string => `${hash.slice(0, 4)}-${hash.slice(4, 8)}`.toUpperCase();

/** Whose turn it is, seen from one of the two sides; null: it is decided. */
export function turnKey(turn: string | null, side: string) {
  if (turn === null) return null;
  return turn === side ? 'turn.you' : 'handoff.theirTurn';
}
