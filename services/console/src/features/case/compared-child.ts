import { parseDay } from '../../parts/parse-day.ts';
import { isKana, toHiragana } from '../../parts/parse-kana.ts';
import type { RegistrationInput } from './registration.ts';

export type ComparedInput = Pick<
  RegistrationInput,
  | 'familyName'
  | 'givenName'
  | 'familyKana'
  | 'givenKana'
  | 'birth'
  | 'bornOn'
  | 'expectedOn'
  | 'sex'
  | 'birthOrder'
  | 'hospitalNumber'
  | 'municipality'
>;

/** What of a half-filled form is asked about; null while there is too little of it to mean a child. */
export function comparedChild(input: ComparedInput, today: string): Readonly<Record<string, unknown>> | null {
  const line = (name: 'familyName' | 'givenName' | 'hospitalNumber') => input[name].trim();
  const kana = (name: 'familyKana' | 'givenKana') => (isKana(input[name]) ? toHiragana(input[name]).trim() : '');
  const birthField = input.birth === 'expected' ? 'expectedOn' : 'bornOn';
  const texts = {
    familyName: line('familyName'),
    givenName: line('givenName'),
    familyKana: kana('familyKana'),
    givenKana: kana('givenKana'),
    hospitalNumber: line('hospitalNumber'),
    municipality: input.municipality,
    [birthField]: parseDay(input[birthField], today) ?? '',
    sex: input.sex,
  };
  const known = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
  if (!known.familyKana && !known.familyName && !known.hospitalNumber) return null;
  const order = Number(input.birthOrder);
  return { ...known, ...(order >= 1 && order <= 9 ? { birthOrder: order } : {}) };
}
