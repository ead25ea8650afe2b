import type { NewReferral } from '@kaerimichi/contracts';
import { parseDay } from '../../parts/parse-day.ts';
import { isKana, toHiragana } from '../../parts/parse-kana.ts';
import { parseTelephone, telephoneText } from '../../parts/telephone.ts';

/** The form as typed. */
export type ReferralInput = {
  readonly to: string;
  readonly consent: string;
  readonly agreedBy: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly familyKana: string;
  readonly givenKana: string;
  readonly birth: string;
  readonly bornOn: string;
  readonly expectedOn: string;
  /** Code of the municipality in which the child lives. */
  readonly municipality: string;
  readonly sex: string;
  readonly origin: string;
  readonly needs: readonly string[];
  readonly telephone: string;
  readonly reason: string;
};
export type ReferralField = Exclude<keyof ReferralInput, 'needs'>;
export type ReferralFault = {
  readonly path: ReferralField;
  readonly why: 'missing' | 'day' | 'kana' | 'future' | 'telephone';
};

export const emptyReferral: ReferralInput = {
  to: '',
  consent: '',
  agreedBy: '',
  familyName: '',
  givenName: '',
  familyKana: '',
  givenKana: '',
  birth: 'born',
  bornOn: '',
  expectedOn: '',
  municipality: '',
  sex: '',
  origin: '',
  needs: [],
  telephone: '',
  reason: '',
};

/** The body to send and every fault. Without the family's agreement nothing goes along that tells who the child is. */
export function readReferral(input: ReferralInput, today: string): { body: NewReferral; faults: ReferralFault[] } {
  const isNamed = input.consent === 'agreed';
  const birthField = input.birth === 'expected' ? 'expectedOn' : 'bornOn';
  const typed = input[birthField].trim();
  const day = parseDay(typed, today);
  const faults: ReferralFault[] = [];
  const must = (path: ReferralField, isWrong: boolean, why: ReferralFault['why'] = 'missing') => {
    if (isWrong) faults.push({ path, why });
  };
  must('to', input.to === '');
  must('consent', input.consent === '');
  must('agreedBy', isNamed && input.agreedBy.trim() === '');
  must('familyKana', isNamed && !isKana(input.familyKana), 'kana');
  must('givenKana', isNamed && !isKana(input.givenKana), 'kana');
  must(birthField, isNamed && typed !== '' && !day, 'day');
  must('bornOn', isNamed && birthField === 'bornOn' && day !== null && day > today, 'future');
  must('origin', input.origin === '');
  must('reason', input.reason.trim() === '');
  must('telephone', input.telephone.trim() !== '' && !parseTelephone(input.telephone), 'telephone');
  const birth = isNamed && typed !== '' ? { [birthField]: day ?? '' } : {};
  return { body: bodyOf(input, isNamed, birth), faults };
}

function bodyOf(input: ReferralInput, isNamed: boolean, birth: Readonly<Record<string, string>>): NewReferral {
  const filled = (name: ReferralField) => {
    const text = name.endsWith('Kana') ? toHiragana(input[name]) : input[name].trim();
    return text === '' ? {} : { [name]: text };
  };
  const names = ['familyName', 'givenName', 'familyKana', 'givenKana', 'municipality'] as const;
  const telephone = parseTelephone(input.telephone);
  const body = {
    to: input.to,
    consent: input.consent,
    ...(isNamed ? Object.assign(filled('agreedBy'), ...names.map(filled)) : {}),
    ...birth,
    sex: input.sex || 'unknown',
    origin: input.origin,
    ...(input.needs.length > 0 ? { needs: input.needs } : {}),
    ...(telephone ? { telephone: telephoneText(telephone) } : {}),
    reason: input.reason.trim(),
  };
  // Codes come from the form's own options; the server parses the body by the same contract.
  return body as NewReferral;
}
