import type { CaseView, Me } from '@kaerimichi/contracts';
import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useApi } from '../app/services.tsx';
import { useWorkplace } from '../app/workplace.tsx';
import type { Api } from './api.ts';
import { bareProblem, ProblemError } from './problem-error.ts';
import { routes } from './routes.ts';

/**
 * Who is signed in; that nobody is is an answer, not a fault, so at first the session is asked for. Whoever was signed in
 * is asked as such: the end of the session is then told like that of any other question, and what is open is locked.
 */
const meQuery = (api: Api, client: QueryClient) =>
  queryOptions({
    queryKey: ['me'],
    queryFn: async ({ signal }): Promise<Me> => {
      if (client.getQueryData(['me'])) return api.call(routes.me, { signal });
      const me = await api.call(routes.session, { signal });
      if (!me) throw new ProblemError(bareProblem(401));
      return me;
    },
    staleTime: Infinity,
  });

export const useMe = () => useQuery(meQuery(useApi(), useQueryClient()));

/** What is known of this place before anybody signs in: whether it is the demo. */
const placeQuery = (api: Api) =>
  queryOptions({
    queryKey: ['place'],
    queryFn: ({ signal }) => api.call(routes.place, { signal }),
    staleTime: Infinity,
  });

export const usePlace = () => useQuery(placeQuery(useApi()));

/** Somebody in another window may push the demo's clock. */
const PUSH_LOOK_MS = 5_000;

/** The same, asked again while a demo is open: its day may be pushed. No sign of a person who is there. */
export function useWatchedPlace() {
  const api = useApi();
  return useQuery({
    ...placeQuery(api),
    queryFn: ({ signal }) => api.call(routes.place, { signal, isQuiet: true }),
    refetchInterval: ({ state }) => (state.data?.demoStart ? PUSH_LOOK_MS : false),
  });
}

/** Stages, events with their forms, requirements and moves: the same as long as the server runs. */
const pathwayQuery = (api: Api) =>
  queryOptions({
    queryKey: ['pathway'],
    queryFn: ({ signal }) => api.call(routes.pathway, { signal }),
    staleTime: Infinity,
  });

export const usePathway = (isSignedIn: boolean) => useQuery({ ...pathwayQuery(useApi()), enabled: isSignedIn });

/** Asks, before anything is drawn, for what every page of a signed-in person waits for; `askBoard`: whoever has one. */
export async function askEarly(api: Api, client: QueryClient, askBoard: () => void): Promise<void> {
  await client.prefetchQuery(meQuery(api, client));
  const me = client.getQueryData<Me>(['me']);
  if (!me) return;
  if (me.abilities.board) askBoard();
  // What every page of the demo says at its top, where it would push the page down.
  if (me.demo) void client.prefetchQuery(placeQuery(api));
  await client.prefetchQuery(pathwayQuery(api));
}

/** One case. Its card goes to the board's store too, so that both show the same. */
export function useCase(id: string) {
  const api = useApi();
  const { live } = useWorkplace();
  return useQuery({
    queryKey: ['case', id],
    queryFn: async ({ signal }) => {
      const view = await api.call(routes.case, { params: { id }, signal });
      live.takeCard(view.card);
      return view;
    },
  });
}

/** One draft of a hospital's file; an empty id asks for nothing. */
export function useDraft(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['drafts', id],
    queryFn: ({ signal }) => api.call(routes.draft, { params: { id }, signal }),
    enabled: id !== '',
  });
}

/** Files come seldom: what one told is asked for again after an import here, and after this long. */
const SOURCE_FRESH_MS = 10 * 60_000;

/** What decides what a viewer is told of a file: a consent that changes makes it another question. */
type Sourced = Pick<CaseView, 'id' | 'class' | 'hidden' | 'hasSource'>;

/** What the hospital's file told of a case; null without one, and of a case of which nothing could be told nothing is asked. */
export function useSource({ id, class: visibility, hidden, hasSource }: Sourced) {
  const api = useApi();
  return useQuery({
    // Not below the case: what happens to it changes nothing that a file told.
    queryKey: ['source', id, visibility, hidden],
    queryFn: async ({ signal }) => (await api.call(routes.source, { params: { id }, signal })).source,
    staleTime: SOURCE_FRESH_MS,
    enabled: hasSource,
  });
}

export function useTransitions(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['case', id, 'transitions'],
    queryFn: ({ signal }) => api.call(routes.transitions, { params: { id }, signal }),
  });
}

/** What every stage on the way forward still asks; asked for when somebody looks ahead. */
export function useAhead({ id }: Pick<CaseView, 'id'>) {
  const api = useApi();
  return useQuery({
    queryKey: ['case', id, 'ahead'],
    queryFn: ({ signal }) => api.call(routes.ahead, { params: { id }, signal }),
  });
}

/** What each way out of one stage asks today, wherever the case stands. */
export function useWays({ id }: Pick<CaseView, 'id'>, stage: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['case', id, 'ways', stage],
    queryFn: ({ signal }) => api.call(routes.ways, { params: { id, stage }, signal }),
  });
}

const HISTORY_PAGE = 500;

/** The whole history, newest first, page by page. */
export function useHistory(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['case', id, 'events'],
    queryFn: async ({ signal }) => {
      const found = [];
      for (let after = 0; ; ) {
        const page = await api.call(routes.events, { params: { id }, query: { after, limit: HISTORY_PAGE }, signal });
        found.push(...page.events);
        const last = page.events.at(-1)?.seq ?? after;
        // Entries that are not shared come folded: how far a page reaches is told by its last seq, not by its length.
        if (last >= page.version || last === after) return found.reverse();
        after = last;
      }
    },
  });
}

/** The newest entries of a case whose version is known, newest first: the last seq is the version. */
export function useLastEvents(
  id: string,
  { version, most, isWanted = true }: { version: number; most: number; isWanted?: boolean },
) {
  const api = useApi();
  return useQuery({
    queryKey: ['case', id, 'events', 'last', version],
    queryFn: async ({ signal }) => {
      const query = { after: Math.max(0, version - most), limit: HISTORY_PAGE };
      const { events } = await api.call(routes.events, { params: { id }, query, signal });
      return events.toReversed().slice(0, most);
    },
    enabled: isWanted,
  });
}

/** One entry of a case; null where there is none. It never changes, only who may read it. */
export function useEntry(id: string, seq: number) {
  const api = useApi();
  return useQuery({
    queryKey: ['case', id, 'events', 'one', seq],
    queryFn: async ({ signal }) => {
      const { events } = await api.call(routes.events, { params: { id }, query: { after: seq - 1, limit: 1 }, signal });
      return events.find(event => event.seq === seq) ?? null;
    },
  });
}

/** Whether an answer is from this visit, not one kept from an earlier; without a network what is kept has to do. */
export const isFresh = (query: { readonly isFetchedAfterMount: boolean; readonly isPaused: boolean }): boolean =>
  query.isFetchedAfterMount || query.isPaused;

/** Fetches a case afresh whenever the server says that something happened to it. */
export function useCaseWatch(id: string): void {
  const { live } = useWorkplace();
  const refresh = useRefreshCase();
  useEffect(() => live.watchCase(id, () => refresh(id)), [live, id, refresh]);
}

export function useRefreshCase(): (id: string) => void {
  const client = useQueryClient();
  return useCallback((id: string) => void client.invalidateQueries({ queryKey: ['case', id] }), [client]);
}
