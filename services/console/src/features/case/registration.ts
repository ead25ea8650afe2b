import { type DraftDetail, municipalityOf, type Registration, type ToldOfChild } from '@kaerimichi/contracts';
import { parseDay } from '../../parts/parse-day.ts';
import { isKana, toHiragana } from '../../parts/parse-kana.ts';
import { parseWhole } from '../../parts/parse-whole.ts';

/** The form as typed. */
export type RegistrationInput = {
  readonly lead: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly familyKana: string;
  readonly givenKana: string;
  readonly birth: string;
  readonly bornOn: string;
  readonly expectedOn: string;
  readonly gestationWeeks: string;
  readonly sex: string;
  /** Of twins and more: which one. */
  readonly birthOrder: string;
  readonly hospitalNumber: string;
  /** Code of the municipality in which the child lives. */
  readonly municipality: string;
  readonly origin: string;
  readonly reason: string;
  readonly needs: readonly string[];
  readonly draft: string;
  readonly referral: string;
};
export type InputName = Exclude<keyof RegistrationInput, 'draft' | 'needs' | 'referral'>;
export type RegistrationFault = {
  readonly path: InputName;
  readonly why: 'missing' | 'day' | 'whole' | 'range' | 'kana' | 'future';
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The empty form, or what an imported draft knows; what a person confirmed goes before what the file said. */
export function startInput(lead: string, draft: DraftDetail | null): RegistrationInput {
  const known = (name: keyof DraftDetail) => text(draft?.confirmed[name] ?? draft?.[name]);
  return {
    lead,
    familyName: known('familyName'),
    givenName: known('givenName'),
    familyKana: known('familyKana'),
    givenKana: known('givenKana'),
    birth: 'born',
    bornOn: known('bornOn'),
    expectedOn: '',
    gestationWeeks: '',
    sex: known('sex') || 'unknown',
    birthOrder: '',
    hospitalNumber: known('hospitalNumber'),
    municipality: municipalityOf(addressOf(draft))?.code ?? '',
    origin: '',
    reason: '',
    needs: draft?.careNeeds ?? [],
    draft: draft?.id ?? '',
    referral: '',
  };
}

/** Where the child lives as the file writes it, for whoever has to find it in the list. */
export const addressOf = (draft: DraftDetail | null): string => text(draft?.content.address);

/** The form as a referral fills it in: what the sender told, for whoever accepts it to check. */
export function inputOfReferral(lead: string, id: string, child: ToldOfChild): RegistrationInput {
  const known = (name: keyof typeof child) => text(child[name]);
  return {
    ...startInput(lead, null),
    familyName: known('familyName'),
    givenName: known('givenName'),
    familyKana: known('familyKana'),
    givenKana: known('givenKana'),
    birth: child.expectedOn ? 'expected' : 'born',
    bornOn: known('bornOn'),
    expectedOn: known('expectedOn'),
    gestationWeeks: child.gestationWeeks === undefined ? '' : String(child.gestationWeeks),
    sex: child.sex ?? 'unknown',
    birthOrder: child.birthOrder === undefined ? '' : String(child.birthOrder),
    hospitalNumber: known('hospitalNumber'),
    municipality: known('municipality'),
    origin: child.origin,
    reason: child.reason,
    needs: child.needs ?? [],
    referral: id,
  };
}

/** Weeks of gestation that a person can mean. */
const WEEKS = { least: 20, most: 45 };

/** Children of one birth. */
const MOST_BORN = 9;

/** The body to send and every fault of the input. A child may have no name yet, or not be born yet. */
export function readRegistration(
  input: RegistrationInput,
  today: string,
): { body: Registration; faults: RegistrationFault[] } {
  const isBorn = input.birth !== 'expected';
  const birthField = isBorn ? 'bornOn' : 'expectedOn';
  const day = parseDay(input[birthField], today);
  const weeks = parseWhole(input.gestationWeeks, '週');
  const faults: RegistrationFault[] = [];
  const must = (path: InputName, isMissing: boolean, why: RegistrationFault['why'] = 'missing') => {
    if (isMissing) faults.push({ path, why });
  };
  must('familyKana', !isKana(input.familyKana), 'kana');
  must('givenKana', !isKana(input.givenKana), 'kana');
  must(birthField, input[birthField].trim() === '');
  must(birthField, input[birthField].trim() !== '' && !day, 'day');
  must('bornOn', isBorn && day !== null && day > today, 'future');
  if (input.gestationWeeks.trim() !== '') {
    must('gestationWeeks', weeks === null, 'whole');
    must('gestationWeeks', weeks !== null && (weeks < WEEKS.least || weeks > WEEKS.most), 'range');
  }
  const order = parseWhole(input.birthOrder);
  must('birthOrder', input.birthOrder.trim() !== '' && (order === null || order < 1 || order > MOST_BORN), 'range');
  must('origin', input.origin === '');
  must('reason', input.reason.trim() === '');
  return { body: bodyOf(input, { [birthField]: day ?? '' }, weeks), faults };
}

function bodyOf(input: RegistrationInput, birth: { bornOn?: string; expectedOn?: string }, weeks: number | null) {
  const filled = (name: InputName) => {
    const text = name.endsWith('Kana') ? toHiragana(input[name]) : input[name].trim();
    return text === '' ? {} : { [name]: text };
  };
  const body = {
    lead: input.lead,
    ...filled('familyName'),
    ...filled('givenName'),
    ...filled('familyKana'),
    ...filled('givenKana'),
    ...filled('hospitalNumber'),
    ...filled('municipality'),
    ...birth,
    ...(weeks === null ? {} : { gestationWeeks: weeks }),
    sex: input.sex || 'unknown',
    ...(parseWhole(input.birthOrder) === null ? {} : { birthOrder: parseWhole(input.birthOrder) }),
    origin: input.origin,
    reason: input.reason.trim(),
    ...(input.needs.length > 0 ? { needs: input.needs } : {}),
    ...(input.draft ? { draft: input.draft } : {}),
    ...(input.referral ? { referral: input.referral } : {}),
  };
  // Codes come from the form's own options; the server parses the body by the same contract.
  return body as Registration;
}
