import { kanagawa, type ToldOfChild } from '@kaerimichi/contracts';
import { shownTelephone } from '../../parts/telephone.ts';
import { longDay } from '../../words/dates.ts';
import type { Speech } from '../../words/words.ts';

/** What a sender told of a child, with its label; what was not told has no line. */
export function toldRows(
  child: ToldOfChild,
  { say, code, language }: Pick<Speech, 'say' | 'code' | 'language'>,
): [string, string][] {
  const join = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' ');
  const { bornOn, expectedOn, gestationWeeks, sex, needs = [] } = child;
  const rows: [string, string][] = [
    [say('referral.child'), join(child.familyName, child.givenName)],
    [say('referral.kana'), join(child.familyKana, child.givenKana)],
    [say('register.bornOn'), bornOn ? longDay(bornOn, language) : ''],
    [say('register.expectedOn'), expectedOn ? longDay(expectedOn, language) : ''],
    [say('register.gestationWeeks'), gestationWeeks ? String(gestationWeeks) : ''],
    [say('register.sex'), sex && sex !== 'unknown' ? code('sex', sex) : ''],
    [say('register.municipality'), placeName(child.municipality)],
    [say('register.origin'), code('origin', child.origin)],
    [say('register.needs'), needs.map(need => code('need', need)).join(' · ')],
    [say('referral.consent'), say(`referral.${child.consent}`)],
    [say('referral.agreedBy'), child.agreedBy ?? ''],
    [say('referral.telephone'), shownTelephone(child.telephone ?? '')],
    [say('referral.reason'), child.reason],
  ];
  return rows.filter(([, value]) => value !== '');
}

const placeName = (code = ''): string => kanagawa.find(known => known.code === code)?.name ?? code;
