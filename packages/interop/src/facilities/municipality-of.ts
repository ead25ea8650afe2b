import { listedMunicipalities } from '../municipality-names.ts';

const prefectures =
  '北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県 石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県'.split(
    ' ',
  );

/** Two digits of the prefecture that a text begins with; null for none. */
export function prefectureOf(text: string): string | null {
  const at = prefectures.findIndex(name => text.startsWith(name));
  return at < 0 ? null : String(at + 1).padStart(2, '0');
}
export const prefectureName = (code: string): string | null => prefectures[Number(code.slice(0, 2)) - 1] ?? null;

/** 茅ヶ崎 = 茅ケ崎, 龍ヶ崎 = 竜ケ崎 and the like: written either way in one and the same list. */
const alike = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[ヶヵ]/g, sign => (sign === 'ヶ' ? 'ケ' : 'カ'))
    .replace(/龍/g, '竜')
    .replace(/檮/g, '梼');

/** A post code, the longest prefecture, 郡 and city. */
const BEGINNING = 40;

type Known = { readonly code: string; readonly name: string };
const byPrefecture = new Map<string, Known[]>();
for (const [code, name] of listedMunicipalities) {
  const known = byPrefecture.get(code.slice(0, 2)) ?? [];
  known.push({ code, name: alike(name) });
  byPrefecture.set(code.slice(0, 2), known);
}
// The ward before its city, the longer name before the one that it begins with.
for (const known of byPrefecture.values()) known.sort((one, other) => other.name.length - one.name.length);

/**
 * Code of the municipality (or ward) that an address begins with, after its post code, prefecture and 郡. `prefecture`:
 * where the address names none. null: it names none, or several prefectures have one of that name.
 */
export function municipalityOf(address: string, prefecture: string | null = null): string | null {
  const whole = alike(address.slice(0, BEGINNING)).replace(/^〒?\d{3}-?\d{4}/, '');
  const named = prefectureOf(whole);
  const rest = named ? whole.slice(prefectureName(named)?.length ?? 0) : whole;
  const only = named ?? prefecture;
  if (only !== null) return findIn(only, rest);
  const found = [...byPrefecture.keys()].flatMap(code => findIn(code, rest) ?? []);
  return found.length === 1 ? (found[0] ?? null) : null;
}

function findIn(prefecture: string, rest: string): string | null {
  const known = byPrefecture.get(prefecture) ?? [];
  const at = (text: string) => known.find(({ name }) => text.startsWith(name))?.code ?? null;
  const district = /^.{1,5}?郡/.exec(rest)?.[0];
  return at(rest) ?? (district ? at(rest.slice(district.length)) : null);
}

const byFive = new Map([...listedMunicipalities.keys()].map(code => [code.slice(0, 5), code]));

/** The six digits of a code that a list may write with five, or without its zero; null for one that does not exist. */
export function municipalityCode(text: string): string | null {
  const code = text.normalize('NFKC').trim().replace(/\.0$/, '');
  if (!/^\d{4,6}$/.test(code)) return null;
  const zero = `0${code}`;
  return (
    [code, byFive.get(code), zero, byFive.get(zero)].find(known => known && listedMunicipalities.has(known)) ?? null
  );
}

/** Codes in a prefecture (two digits), or of a municipality and, of a large city, its wards. */
export function municipalitiesWithin(code: string): string[] {
  const known = [...listedMunicipalities].filter(([other]) => other.startsWith(code.slice(0, 2)));
  const name = listedMunicipalities.get(code);
  if (code.length === 2) return known.map(([other]) => other);
  return known
    .filter(
      ([other, called]) => other === code || (name?.endsWith('市') && called.startsWith(name) && called.endsWith('区')),
    )
    .map(([other]) => other);
}
