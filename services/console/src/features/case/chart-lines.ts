/** As many half-width characters as a line of a chart has: forty full-width ones. */
const WIDTH = 80;

const widthOf = (letter: string): number => (letter >= ' ' && letter <= '~' ? 1 : 2);
const widthOfAll = (text: string): number => [...text].reduce((sum, letter) => sum + widthOf(letter), 0);

/** May stand past the end of a line rather than at the beginning of the next. */
const hangs = /^[、。,.，．)）」』】〕〉》・:;：；!?！？ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ]$/;

/** A text in lines that no chart breaks again: words and numbers stay whole, no line begins with 「、」 or 「。」. */
export const chartLines = (text: string): string => text.split('\n').flatMap(inLines).join('\n');

function inLines(line: string): string[] {
  const lines: string[] = [];
  let now = '';
  for (const piece of piecesOf(line)) {
    const fits = widthOfAll(now) + widthOfAll(piece) <= WIDTH;
    if (fits || now === '' || hangs.test(piece)) now += piece;
    else {
      lines.push(now.trimEnd());
      now = piece === ' ' ? '' : piece;
    }
  }
  return [...lines, now.trimEnd()];
}

/** Words of half-width letters as one piece, cut where one alone is longer than a line; every other character is one. */
const piecesOf = (line: string): string[] => line.match(new RegExp(`[!-~]{1,${WIDTH}}|.`, 'gu')) ?? [];
