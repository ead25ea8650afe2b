/** So many entries of a case are there without a network. */
const MOST = 50;

type Entry = { readonly seq: number };
type Page = { readonly version: number; readonly events: readonly Entry[] } & Readonly<Record<string, unknown>>;

const isPage = (value: unknown): value is Page =>
  typeof value === 'object' && value !== null && 'events' in value && Array.isArray(value.events) && 'version' in value;

/** What is kept of a history after another page of it came: its newest entries, each once. */
export function withPage(kept: unknown, page: unknown): unknown {
  if (!isPage(page)) return kept;
  const before = isPage(kept) ? kept.events : [];
  const bySeq = new Map([...before, ...page.events].map(entry => [entry.seq, entry]));
  const events = [...bySeq.values()].sort((a, b) => a.seq - b.seq).slice(-MOST);
  return { ...page, version: Math.max(page.version, isPage(kept) ? kept.version : 0), events };
}

/** The page that was asked for, of what is kept. */
export function pageAfter(kept: unknown, url: string): unknown {
  const after = Number(new URL(url, 'http://here').searchParams.get('after') ?? 0);
  return isPage(kept) ? { ...kept, events: kept.events.filter(({ seq }) => seq > after) } : kept;
}
