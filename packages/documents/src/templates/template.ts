import { type Category, type Words, wordsOf } from '@kaerimichi/discharge';
import type { Known } from '../known.ts';
import type { Paper } from '../paper.ts';

/** A kind of document. */
export type Template = {
  readonly id: string;
  readonly title: Words;
  /** What it is for, said to whoever chooses. */
  readonly about: Words;
  /** Without reading these whole nobody is offered it. */
  readonly needs: readonly Category[];
  /** Whose paper it is: of whoever leads the case, of its doctors as well, or of everybody in the team. */
  readonly madeBy: 'lead' | 'leadAndDoctors' | 'team';
  /** Who approves a version that is kept: a doctor, or anybody of whoever leads. */
  readonly approvedBy: 'doctor' | 'lead';
  /** Of a kind that a family may be given, on its page too. */
  readonly forFamily?: true;
  compose(known: Known): Paper;
};

/** What a kind is called wherever it is named; without such words there is no kind. */
export function titleOf(kind: string): Words {
  const words = wordsOf('paper', kind);
  if (!words) throw new Error(`no words for the document ${kind}`);
  return words;
}
