/**
 * What a first view may weigh, gzipped (experience.md §11). `from` are the modules whose static imports a route loads;
 * what loads on a click, and the font tables, which load after the first paint, are not part of a first view.
 */
export const firstViews = [
  { name: '/login', from: ['src/main.tsx', 'src/features/sign-in/sign-in-page.tsx'], js: 150, css: 25 },
  {
    name: '/board',
    from: ['src/main.tsx', 'src/app/signed-in.tsx', 'src/features/board/board-page.tsx', 'src/words/ja/first.ts'],
    js: 220,
    css: 25,
  },
  {
    name: '/wall',
    from: ['src/main.tsx', 'src/features/wall/wall-page.tsx', 'src/words/ja/wall.ts'],
    js: 170,
    css: 25,
    // What a wall explains, the server explains.
    without: '/node_modules/xstate/',
  },
];

export type Chunk = {
  fileName: string;
  code: string;
  imports: string[];
  facadeModuleId: string | null;
  moduleIds: string[];
  viteMetadata?: { importedCss: Set<string> };
};

/** Every file that loading `from` fetches before it runs. */
export function closure(chunks: readonly Chunk[], from: readonly string[]): Set<Chunk> {
  const byName = new Map(chunks.map(chunk => [chunk.fileName, chunk]));
  const found = new Set<Chunk>();
  const visit = (chunk: Chunk | undefined) => {
    if (!chunk || found.has(chunk)) return;
    found.add(chunk);
    for (const next of chunk.imports) visit(byName.get(next));
  };
  for (const end of from) {
    const start = chunks.find(chunk => chunk.moduleIds.some(id => id.endsWith(`/console/${end}`)));
    if (!start) throw new Error(`no chunk holds ${end}: the budget list is out of date`);
    visit(start);
  }
  return found;
}
