import type { DraftDetail } from '@kaerimichi/contracts';
import { parseDay } from '../../parts/parse-day.ts';
import { isKana } from '../../parts/parse-kana.ts';

/** Who the child is: what a person looks at once and confirms. */
export const confirmable = [
  'familyName',
  'givenName',
  'familyKana',
  'givenKana',
  'bornOn',
  'sex',
  'hospitalNumber',
] as const;
export type Confirmable = (typeof confirmable)[number];
export type Values = Readonly<Record<Confirmable, string>>;

export const startOf = (draft: DraftDetail): Values => ({
  familyName: draft.familyName ?? '',
  givenName: draft.givenName ?? '',
  familyKana: draft.familyKana ?? '',
  givenKana: draft.givenKana ?? '',
  bornOn: draft.bornOn ?? '',
  sex: draft.sex,
  hospitalNumber: draft.hospitalNumber ?? '',
});

/** Where a value comes from: a person who looked, the file, or nowhere. Sex has a word for not known, as the file does. */
export function originOf(
  name: Confirmable,
  draft: DraftDetail,
): 'draft.confirmed' | 'draft.fromFile' | 'draft.notInFile' {
  if (name in draft.confirmed) return 'draft.confirmed';
  const value = startOf(draft)[name];
  return value === '' || (name === 'sex' && value === 'unknown') ? 'draft.notInFile' : 'draft.fromFile';
}

/** Why a value cannot be confirmed: a key of the words, or null. */
export function faultOf(name: Confirmable, values: Values, today: string): 'err.date' | 'err.kana' | null {
  const value = values[name].trim();
  if (name === 'bornOn') return value !== '' && !parseDay(value, today) ? 'err.date' : null;
  return (name === 'familyKana' || name === 'givenKana') && !isKana(value) ? 'err.kana' : null;
}

/** What is sent: an empty value is confirmed as having none. */
export const toConfirm = (names: readonly Confirmable[], values: Values, today: string) =>
  Object.fromEntries(
    names.map(name => [name, (name === 'bornOn' ? parseDay(values.bornOn, today) : values[name].trim()) || null]),
  );
