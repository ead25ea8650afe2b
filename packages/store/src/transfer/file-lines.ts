import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

/**
 * Lines of a text file, or of a gzipped one when its name ends in .gz; throws what reading or unpacking says. Not
 * node:readline, which swallows such errors and also parts lines at U+2028.
 */
export async function* fileLines(file: string): AsyncGenerator<string> {
  const bytes = createReadStream(file);
  const text = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  bytes.once('error', error => text.destroy(error));
  // Pieces of a line of many megabytes are joined once.
  const pieces: string[] = [];
  for await (const chunk of text.setEncoding('utf8')) {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      yield pieces.splice(0).join('') + chunk.slice(from, end);
      from = end + 1;
    }
    pieces.push(chunk.slice(from));
  }
  const rest = pieces.join('');
  if (rest !== '') yield rest;
}
