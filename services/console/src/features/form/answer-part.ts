import { problemOf } from '../../api/problem-error.ts';

type Answered = {
  /** What is wrong with fields. */
  readonly messages: readonly unknown[];
  /** Why the last one was refused; null where it was not. */
  readonly error: unknown;
  /** Fields that somebody else changed too; null where there are none. */
  readonly clash: unknown;
};

/**
 * Part of a form that says why nothing was written: it is brought into sight and takes the focus once the answer is
 * there. Null where there is nothing to say.
 */
export function answerPart({ messages, error, clash }: Answered): 'summary' | 'choice' | 'refusal' | null {
  if (messages.length > 0) return 'summary';
  if (clash && problemOf(error)?.code === 'version-conflict') return 'choice';
  return error ? 'refusal' : null;
}
