import type { FieldSpec } from '../form/schema.ts';
import type { Values } from '../form/values.ts';

type Words = Readonly<Record<'answer' | 'accepted' | 'declined' | 'note' | 'noteHint', string>>;

/** Fields of `candidate.answered` as whoever was asked fills them in: yes or no, why not, and on which conditions. */
export function answerFields(fields: readonly FieldSpec[], values: Values, words: Words): FieldSpec[] {
  return fields.flatMap((field): FieldSpec[] => {
    if (field.name === 'declineReason') return values.answer === 'declined' ? [{ ...field, isRequired: true }] : [];
    if (field.name === 'answer' && field.kind === 'choice') {
      const choices = field.choices.flatMap(({ value }) =>
        value === 'accepted' || value === 'declined' ? [{ value, label: words[value] }] : [],
      );
      return [{ ...field, label: words.answer, choices }];
    }
    return [field.name === 'note' ? { ...field, label: words.note, hint: words.noteHint } : field];
  });
}

/** Whoever accepts after all gives no reason against it. */
export function withoutReason(values: Values): Values {
  const { declineReason, ...rest } = values;
  return values.answer === 'declined' && declineReason !== undefined ? values : rest;
}
