import { fold } from '@kaerimichi/discharge';

/**
 * One form for names of organisations that are written in several ways: beside what `fold` takes as alike, small and large
 * kana (茅ヶ崎 = 茅ケ崎), and signs of every kind do not count. Two of one form are one name. The signs are listed, since a
 * migration folds stored names by the same list.
 */
export const foldName = (name: string): string =>
  fold(name)
    .replace(SMALL, letter => LARGE[SMALL_KANA.indexOf(letter)] ?? letter)
    .replace(SIGNS, '');

const SMALL_KANA = 'ぁぃぅぇぉっゃゅょゎゕゖ';
const LARGE = 'あいうえおつやゆよわかけ';
const SMALL = new RegExp(`[${SMALL_KANA}]`, 'g');
const SIGNS = /[!#$%&*+/:;<=>?@[\\\]^`{|}~‘’“”…‥〜〈〉《》「」『』【】〔〕※★☆●○◎■□◆◇▲△▼▽]/g;
