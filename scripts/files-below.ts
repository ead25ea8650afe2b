import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

export const root = join(import.meta.dirname, '..');

/** Made by a command, or of others: nothing of it is written by hand. */
const passedOver = ['node_modules', 'dist', 'bundle', 'generated', '.turbo', 'samples'];

/** A path from the root with `/`, on every system. */
export const fromRoot = (file: string) => relative(root, file).split('\\').join('/');

/** Every file that was written by hand below a folder, with its whole path. */
export function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) yield path;
    else if (!passedOver.includes(entry.name)) yield* filesBelow(path);
  }
}
