import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { type Chunk, closure, firstViews } from './first-views.ts';

const EARLY = '/early.js';
const ENTRY = 'src/main.tsx';
const languages = ['ja', 'en'];
const wordsOf = (language: string) => `src/words/${language}/first.ts`;

/**
 * Tells early.js which files the pages wait for beyond those of the program itself, so that they come beside it and not
 * one after the other; and gives it a name of its content, so that nothing waits to hear that it is still the same.
 */
export function firstFiles(): Plugin {
  let early = '';
  return {
    name: 'first-files',
    apply: 'build',
    generateBundle: {
      order: 'pre',
      async handler() {
        const source = await readFile(new URL(`../public${EARLY}`, import.meta.url), 'utf8');
        early = this.getFileName(this.emitFile({ type: 'asset', name: 'early.js', source }));
      },
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter(file => file.type === 'chunk') as unknown as Chunk[];
        const files = JSON.stringify(filesOf(chunks)).replaceAll('"', '&quot;');
        return html.replace(`src="${EARLY}"`, `src="/${early}" data-files="${files}"`);
      },
    },
  };
}

function filesOf(chunks: readonly Chunk[]) {
  const program = closure(chunks, [ENTRY]);
  const beyond = (from: readonly string[]) => {
    const more = [...closure(chunks, from)].filter(chunk => !program.has(chunk));
    return [...new Set(more.flatMap(chunk => [chunk.fileName, ...(chunk.viteMetadata?.importedCss ?? [])]))];
  };
  const isWords = (module: string) => languages.some(language => module === wordsOf(language));
  const pages = firstViews.filter(({ name }) => name !== '/wall');
  return {
    pages: Object.fromEntries(pages.map(({ name, from }) => [name, beyond(from.filter(module => !isWords(module)))])),
    signedIn: beyond(['src/app/signed-in.tsx']),
    words: Object.fromEntries(languages.map(language => [language, beyond([wordsOf(language)])[0]])),
  };
}
