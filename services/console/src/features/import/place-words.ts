import type { Speech } from '../../words/words.ts';

/** A place in a file as people say it: lines of NDJSON by their number, the path below as it is. */
export function placeWords(path: string, { say }: Pick<Speech, 'say'>): string {
  const [, n, rest] = /^line (\d+)(.*)$/.exec(path) ?? [];
  return n === undefined ? path : say('import.line', { n, rest: rest ? ` ${rest.replace(/^\./, '')}` : '' });
}
