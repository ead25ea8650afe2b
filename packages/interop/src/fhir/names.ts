import { isKana, toHiragana } from '@kaerimichi/rules';
import { type Json, objects, text } from './json.ts';

export type DraftNames = {
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly familyKana: string | null;
  readonly givenKana: string | null;
};

type Name = {
  readonly family: string | null;
  readonly given: string | null;
  readonly kind: 'characters' | 'kana' | 'latin';
};

const REPRESENTATION = 'iso21090-EN-representation';
const uses = ['official', 'usual', 'temp', 'nickname', 'anonymous', 'maiden', 'old'];

/** Names of a person: in characters and in kana, told apart by JP Core's extension, else by their script. */
export function namesOf(value: unknown): DraftNames {
  const names = objects(value)
    .map((name, at) => ({ name: toName(name), rank: rankOf(name) * 100 + at }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ name }) => name)
    .filter(({ family, given }) => family !== null || given !== null);
  const kana = names.find(({ kind }) => kind === 'kana');
  const written = names.find(({ kind }) => kind === 'characters') ?? names.find(({ kind }) => kind === 'latin') ?? kana;
  return {
    familyName: written?.family ?? null,
    givenName: written?.given ?? null,
    familyKana: kana?.family ? toHiragana(kana.family) : null,
    givenKana: kana?.given ? toHiragana(kana.given) : null,
  };
}

const rankOf = ({ use }: Json): number => {
  const rank = uses.indexOf(typeof use === 'string' ? use : 'usual');
  return rank === -1 ? uses.length : rank;
};

function toName(name: Json): Name {
  const parts = Array.isArray(name.given) ? name.given : [name.given];
  const givens = parts.flatMap(part => text(part) ?? []);
  const own = { family: text(name.family) ?? null, given: givens.join(' ') || null };
  const whole = own.family || own.given ? own : split(text(name.text));
  return { ...whole, kind: kindOf(name, `${whole.family ?? ''}${whole.given ?? ''}`) };
}

/** A name given as one text: family name first in Japanese, last in Latin letters. */
function split(whole: string | undefined): { family: string | null; given: string | null } {
  const words = (whole ?? '').split(/[\s\u3000,]+/).filter(Boolean);
  if (words.length < 2) return { family: words[0] ?? null, given: null };
  const isLatin = /^[\p{Script=Latin}\s'.-]+$/u.test(words.join(' '));
  const family = isLatin ? words.at(-1) : words[0];
  const given = isLatin ? words.slice(0, -1) : words.slice(1);
  return { family: family ?? null, given: given.join(' ') };
}

function kindOf(name: Json, whole: string): Name['kind'] {
  const said = objects(name.extension).find(({ url }) => typeof url === 'string' && url.endsWith(REPRESENTATION));
  if (said?.valueCode === 'SYL') return 'kana';
  if (said?.valueCode === 'IDE') return 'characters';
  if (said?.valueCode === 'ABC') return 'latin';
  if (isKana(whole)) return 'kana';
  return /^[\p{Script=Latin}\s'.-]*$/u.test(whole) ? 'latin' : 'characters';
}
