import type { Speech } from '../../words/words.ts';

/** A place in a file as people say it: `一覧.csv 13行目`. */
export function rowWords(path: string, { say }: Pick<Speech, 'say'>): string {
  const [, at, n] = /^(.*?) ?#(\d+)$/.exec(path) ?? [];
  if (n === undefined) return path === '' ? say('facilityImport.whole') : path;
  return at ? say('facilityImport.rowIn', { at, n }) : say('facilityImport.row', { n });
}
