import { KEPT_AT } from '../api/api.ts';
import { createObservable, type Readable } from '../live/observable.ts';
import type { Device } from './device.ts';
import { ANSWER, caseOfName, isHistory, keptName } from './kept-names.ts';
import { pageAfter, withPage } from './last-entries.ts';

type Ask = (url: string, init: RequestInit) => Promise<Response>;

export type KeptAnswers = {
  /** Asks the server; where nobody is reached, answers with what was kept. */
  readonly ask: (url: string, init: RequestInit, server: Ask) => Promise<Response>;
  /** Since when what is shown is kept; null while it comes from the server. */
  readonly shownAt: Readable<number | null>;
  /** Forgets every case but these: the others are no longer this person's to see. */
  readonly keepCases: (ids: ReadonlySet<string>) => Promise<void>;
};

/** Cases of which something is kept: those of a day and a half of visits, and what was opened beside. */
const MOST_CASES = 40;

/** A proxy in front of a server that is not there. */
const NOBODY = [502, 504];

/** Keeps what the server answered, sealed, and gives it again while there is no network. */
export function createKeptAnswers(device: Device): KeptAnswers {
  const shownAt = createObservable<number | null>(null);
  const isOpen = () => device.state.read().is === 'open';

  async function keep(name: string, response: Response): Promise<void> {
    const value: unknown = await response.json().catch(() => null);
    // That nobody is signed in is nothing to keep.
    if (value === null || !isOpen()) return;
    const before = isHistory(name) ? (await device.get(name))?.value : null;
    await device.put(name, isHistory(name) ? withPage(before, value) : value);
    const ids = name === `${ANSWER}/board` ? idsOf(value) : null;
    if (ids) await keepCases(ids);
    await forgetOldest();
  }

  async function keepCases(ids: ReadonlySet<string>): Promise<void> {
    const all = await device.names(ANSWER);
    const gone = all.flatMap(({ name }) => {
      const id = caseOfName(name);
      return id === null || ids.has(id) ? [] : [name];
    });
    if (gone.length > 0) await device.remove(gone);
  }

  async function forgetOldest(): Promise<void> {
    const newest = new Map<string, number>();
    const all = await device.names(ANSWER);
    for (const { name, at } of all) {
      const id = caseOfName(name);
      if (id) newest.set(id, Math.max(at, newest.get(id) ?? 0));
    }
    const over = new Set(
      [...newest]
        .sort(([, a], [, b]) => b - a)
        .slice(MOST_CASES)
        .map(([id]) => id),
    );
    const names = all.map(({ name }) => name).filter(name => over.has(caseOfName(name) ?? ''));
    if (names.length > 0) await device.remove(names);
  }

  /** Nobody sees this case here any more: neither does whoever takes the device without a network. */
  async function forgetCase(name: string): Promise<void> {
    const id = caseOfName(name);
    const all = id ? await device.names(`${ANSWER}/cases/${id}`) : [];
    await device.remove(all.map(({ name: own }) => own).filter(own => caseOfName(own) === id));
  }

  async function kept(name: string, url: string): Promise<Response | null> {
    const found = await device.get(name);
    if (!found) return null;
    const oldest = shownAt.read();
    shownAt.write(oldest === null ? found.at : Math.min(oldest, found.at));
    const value = isHistory(name) ? pageAfter(found.value, url) : found.value;
    return new Response(JSON.stringify(value), {
      headers: { 'content-type': 'application/json', [KEPT_AT]: String(found.at) },
    });
  }

  return {
    shownAt,
    keepCases,
    ask: async (url, init, server) => {
      // Whether it is kept is asked when it comes: the device may be opened while it is under way.
      const name = init.method === 'GET' ? keptName(url) : null;
      if (name === null) return server(url, init);
      try {
        const response = await server(url, init);
        if (NOBODY.includes(response.status)) return (await kept(name, url)) ?? response;
        shownAt.write(null);
        if (response.ok) void keep(name, response.clone()).catch(() => undefined);
        else if (response.status === 404) await forgetCase(name);
        return response;
      } catch (fault) {
        if (init.signal?.aborted) throw fault;
        const found = await kept(name, url);
        if (!found) throw fault;
        return found;
      }
    },
  };
}

/** Cases that a board tells of; null where it is told otherwise than expected, and nothing is forgotten by it. */
function idsOf(board: unknown): ReadonlySet<string> | null {
  if (typeof board !== 'object' || board === null || !('columns' in board) || !('rows' in board)) return null;
  const { columns, rows } = board;
  if (!Array.isArray(columns) || !Array.isArray(rows)) return null;
  const at = columns.indexOf('id');
  return at < 0 ? null : new Set(rows.map(row => (Array.isArray(row) ? String(row[at]) : '')));
}
