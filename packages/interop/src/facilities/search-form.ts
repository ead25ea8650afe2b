import { fold } from '@kaerimichi/discharge';

/**
 * One form for what reads alike in names and addresses: beside what `fold` takes as alike, small and large kana
 * (茅ヶ崎 = 茅ケ崎).
 */
export const searchForm = (text: string): string =>
  fold(text).replace(SMALL, letter => LARGE[SMALL_KANA.indexOf(letter)] ?? letter);

const SMALL_KANA = 'ぁぃぅぇぉっゃゅょゎゕゖ';
const LARGE = 'あいうえおつやゆよわかけ';
const SMALL = new RegExp(`[${SMALL_KANA}]`, 'g');
