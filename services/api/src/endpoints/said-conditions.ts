import type { ReasonWords, TransitionSeen } from '@kaerimichi/casework';
import type { Language } from '@kaerimichi/discharge';

/** A reason in one language. */
export const reasonIn = (reason: ReasonWords, language: Language) => ({
  ...reason,
  params: { ...reason.params },
  text: reason.text[language],
});

/** A condition that is met, in one language. */
export const doneIn = ({ text, ...condition }: TransitionSeen['done'][number], language: Language) => ({
  ...condition,
  text: text[language],
  evidence: condition.evidence,
});

type Asked = Pick<TransitionSeen, 'label' | 'reasons' | 'done'>;

/** A move with what it asks, in one language. */
export const moveIn = <Move extends Asked>({ label, reasons, done, ...move }: Move, language: Language) => ({
  ...move,
  label: label[language],
  reasons: reasons.map(reason => reasonIn(reason, language)),
  done: done.map(condition => doneIn(condition, language)),
});
