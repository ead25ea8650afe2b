import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, fromRoot, root } from './files-below.ts';

const folders = ['docs', 'e2e', 'packages', 'prisma', 'scripts', 'services'];
const files = [...folders.flatMap(folder => [...filesBelow(join(root, folder))].map(fromRoot)), ...readdirSync(root)];
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const rowsOf = (document: string) =>
  read(document)
    .split('\n')
    .filter(line => line.startsWith('| '))
    .slice(1);
const quotedIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, quoted = '']) => quoted);
const isPath = (quoted: string) => quoted.includes('/') || /\.(tsx?|mjs|md|json|prisma)$/.test(quoted);
const wordsIn = (text: string) => text.match(/[A-Za-z]\w+/g) ?? [];

/** `{ja,en}` is one of each. */
function spelledOut(path: string): string[] {
  const [braces, inner] = /\{([^}]*)\}/.exec(path) ?? [];
  return braces === undefined ? [path] : (inner ?? '').split(',').flatMap(one => spelledOut(path.replace(braces, one)));
}
const isFromRoot = (path: string) => folders.includes(path.split('/')[0] ?? '') && path.includes('/');
const roomOf = (path: string) => path.split('/').slice(0, 2).join('/');

/** Whether a path is there: from the root, or as the end of one in a room that its row names; `<stage>` is any name. */
function isThere(path: string, row: string): boolean {
  const names = path.split(/<[^>]+>/).map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(
    `${isFromRoot(path) ? '^' : '(^|/)'}${names.join('[^/]+')}${path.endsWith('/') ? '' : '$'}`,
  );
  const rooms = quotedIn(row).filter(isFromRoot).map(roomOf);
  const looked = rooms.length > 0 && !isFromRoot(path) ? files.filter(file => rooms.includes(roomOf(file))) : files;
  return files.includes(path) || looked.some(file => pattern.test(file));
}

const code = files.filter(file => /\.(tsx?|mjs|prisma)$/.test(file) && file !== 'scripts/documents.test.ts');
const program = code.filter(file => /^(packages|services|prisma)\//.test(file) && !/\.test\.tsx?$/.test(file));
const written = (sources: readonly string[]) =>
  new Set(sources.flatMap(file => [...wordsIn(file), ...wordsIn(read(file))]));

describe('the address book', () => {
  const rows = rowsOf('docs/address-book.md');

  it('names only files and folders that are there', () => {
    const named = rows.flatMap(row =>
      quotedIn(row)
        .filter(isPath)
        .flatMap(spelledOut)
        .map(path => ({ row, path })),
    );
    expect(named.length).toBeGreaterThan(rows.length);
    expect(named.filter(({ row, path }) => !isThere(path, row)).map(({ path }) => path)).toEqual([]);
  });

  it('names only what the code is called', () => {
    const words = written(code);
    const named = rows.flatMap(quotedIn).filter(quoted => !isPath(quoted));
    expect(named.flatMap(wordsIn).filter(word => !words.has(word))).toEqual([]);
  });
});

describe('the glossary', () => {
  it('gives each term an identifier of the program, or says that there is none yet', () => {
    const words = written(program);
    const faults = rowsOf('docs/glossary.md').filter(row => {
      const told = row.split('|')[3]?.trim() ?? '';
      const identifiers = quotedIn(told);
      return identifiers.length === 0 ? told !== '–' : identifiers.some(name => !words.has(name));
    });
    expect(faults).toEqual([]);
  });
});
