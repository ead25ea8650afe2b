import type { Option } from './choice-fields.tsx';
import { toHiragana } from './parse-kana.ts';

/** Either width, any kana, either case, 茅ケ崎 as 茅ヶ崎, without spaces: what looks alike is alike. */
const folded = (text: string): string =>
  toHiragana(text)
    .toLowerCase()
    .replace(/[ゖけ]/g, 'け')
    .replace(/[\s・]/g, '');

/** Options in whose label, reading or group every word stands that was typed, in their order; all where nothing was. */
export function findOptions(options: readonly Option[], typed: string): readonly Option[] {
  const words = typed.split(/[\s\u3000]+/).flatMap(word => folded(word) || []);
  if (words.length === 0) return options;
  return options.filter(({ label, reading = '', group = '' }) => {
    const texts = [label, reading, group].map(folded);
    return words.every(word => texts.some(text => text.includes(word)));
  });
}

/** The option that is meant by what was typed: the one of that label, or the only one that is found. */
export function meantOption(options: readonly Option[], typed: string): Option | null {
  const found = findOptions(options, typed);
  const same = found.filter(({ label }) => folded(label) === folded(typed));
  return same.length === 1 ? (same[0] ?? null) : found.length === 1 && typed.trim() !== '' ? (found[0] ?? null) : null;
}
