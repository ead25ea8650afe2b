import type { Speech } from '../../words/words.ts';

/** A place in a file as people say it, and as whoever wrote the file knows it: lines and entries by their number. */
export function placeWords(path: string, { say }: Pick<Speech, 'say'>): string {
  const [, line, below] = /^line (\d+)(.*)$/.exec(path) ?? [];
  if (line !== undefined) return say('import.line', { n: line, rest: below ? ` ${below.replace(/^\./, '')}` : '' });
  const [, entry] = /^entry\[(\d+)\]/.exec(path) ?? [];
  return entry === undefined ? path : say('import.entry', { n: Number(entry) + 1, path });
}
