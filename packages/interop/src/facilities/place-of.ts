/** Where in a file: `一覧.csv 13行目`. Numbers are told alike in both languages; the screen words them. */
export const placeOf = (at: string, row: number | null): string =>
  [at, row === null ? '' : `#${row}`].filter(part => part !== '').join(' ');
