import type { Entry } from './entries.ts';
import { conceptCodes, conceptText, isObject, type Json, objects } from './json.ts';

const REQUIRED = 'patient-interpreterRequired';
const JAPANESE = /^(ja|jpn)(-|$)/i;
const JAPANESE_WORDS = /日本語|japanese/i;

/**
 * Languages for which somebody interprets (Patient.communication), with their codes (BCP 47): the preferred ones, where
 * the file names such. Empty where the family speaks Japanese with the hospital, or the file says that nobody is needed.
 */
export function interpreterOf(path: string, { communication, extension }: Json): Entry[] {
  const isRequired = objects(extension).find(
    ({ url }) => typeof url === 'string' && url.endsWith(REQUIRED),
  )?.valueBoolean;
  if (isRequired === false) return [];
  const said = (Array.isArray(communication) ? communication : [communication]).flatMap((one: unknown, at) => {
    const text = isObject(one) ? conceptText(one.language) : undefined;
    if (!isObject(one) || text === undefined) return [];
    const from = `${path ? `${path}.` : ''}communication[${at}]`;
    return [{ isPreferred: one.preferred === true, entry: { from, text, codes: conceptCodes(one.language) } }];
  });
  const preferred = said.filter(({ isPreferred }) => isPreferred);
  const spoken = (preferred.length > 0 ? preferred : said).map(({ entry }) => entry);
  const foreign = spoken.filter(entry => !isJapanese(entry));
  return foreign.length === spoken.length || isRequired === true ? foreign : [];
}

const isJapanese = ({ text, codes }: Entry): boolean =>
  codes.some(code => JAPANESE.test(code)) || JAPANESE_WORDS.test(text);
