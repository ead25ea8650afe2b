import { fold } from '@kaerimichi/discharge';

/**
 * One form for names of organisations that are written in several ways: beside what `fold` takes as alike, small and large
 * kana (茅ヶ崎 = 茅ケ崎), and signs of every kind do not count, nor what nobody sees: marks that belong to no letter (a grave
 * on a kanji), characters of width zero, variants of a letter. Two of one form are one name. The signs are listed, since a
 * migration folds stored names by the same list.
 */
export const foldName = (name: string): string =>
  fold(name.normalize('NFKC').replace(BUT_VOICED, ''))
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(SMALL, letter => LARGE[SMALL_KANA.indexOf(letter)] ?? letter)
    .replace(SIGNS, '');

const SMALL_KANA = 'ぁぃぅぇぉっゃゅょゎゕゖ';
const LARGE = 'あいうえおつやゆよわかけ';
const SMALL = new RegExp(`[${SMALL_KANA}]`, 'g');
const SIGNS = /[!#$%&*+/:;<=>?@[\\\]^`{|}~‘’“”…‥〜〈〉《》「」『』【】〔〕※★☆●○◎■□◆◇▲△▼▽]/g;

/** Characters that are not seen; marks that make no letter with the one before them once that is composed. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Mn}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** The same but 濁点 and 半濁点: only without what stands between does one compose with its kana (か + ゛ = が). */
const BUT_VOICED = /(?![\u3099\u309a])[\p{Cc}\p{Cf}\p{Mn}\p{Default_Ignorable_Code_Point}\u2800]/gu;
