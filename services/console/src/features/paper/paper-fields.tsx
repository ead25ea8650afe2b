import { type PaperAnswer, paperAnswers } from '@kaerimichi/discharge';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import type { Speech } from '../../words/words.ts';

/** What is typed of an answer to a printed handoff; '' until it is chosen. */
export type PaperTyped = { readonly code: string; readonly saidBy: string; readonly answer: PaperAnswer | '' };
export type PaperSaid = PaperTyped & { readonly answer: PaperAnswer };

export const emptyPaper: PaperTyped = { code: '', saidBy: '', answer: '' };

/** What goes; null: something is missing, which `paperFaults` names. */
export function saidOf({ code, saidBy, answer }: PaperTyped): PaperSaid | null {
  return code.trim() === '' || saidBy.trim() === '' || answer === '' ? null : { code, saidBy, answer };
}

type Faults = Partial<Record<keyof PaperTyped, string>>;

/** What keeps it back, by field. */
export function paperFaults({ code, saidBy, answer }: PaperTyped, say: Speech['say']): Faults {
  return {
    ...(code.trim() === '' && { code: say('paperAnswer.codeMissing') }),
    ...(saidBy.trim() === '' && { saidBy: say('paperAnswer.saidByMissing') }),
    ...(answer === '' && { answer: say('paperAnswer.answerMissing') }),
  };
}

type Props = {
  readonly said: PaperTyped;
  readonly onChange: (said: PaperTyped) => void;
  readonly faults: Faults;
};

/** The code on the paper, who says it, and what. */
export function PaperFields({ said, onChange, faults }: Props) {
  const { say } = useSpeech();
  return (
    <>
      <TextField
        label={say('paperAnswer.code')}
        hint={say('paperAnswer.codeHint')}
        error={faults.code}
        value={said.code}
        onChange={code => onChange({ ...said, code })}
        input={{ maxLength: 60, autoComplete: 'off', autoCapitalize: 'characters', spellCheck: false }}
      />
      <TextField
        label={say('paperAnswer.saidBy')}
        hint={say('paperAnswer.saidByHint')}
        error={faults.saidBy}
        value={said.saidBy}
        onChange={saidBy => onChange({ ...said, saidBy })}
        input={{ maxLength: 100 }}
      />
      <ChoiceField
        id="paper-answer"
        label={say('paperAnswer.answer')}
        error={faults.answer}
        options={paperAnswers.map(value => ({ value, label: say(`paperAnswer.${value}`) }))}
        value={said.answer}
        onChange={value => onChange({ ...said, answer: paperAnswers.find(one => one === value) ?? said.answer })}
        isRequired
      />
    </>
  );
}
