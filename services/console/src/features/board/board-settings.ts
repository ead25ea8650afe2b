import {
  cardDensities,
  type LaneKind,
  type ListColumn,
  laneKinds,
  listColumns,
  usualColumns,
} from '@kaerimichi/contracts';
import { type FilterKind, filterKinds, readFilters } from './filters.ts';
import { readSort, sortWord } from './sort-cards.ts';

/** How the board is looked at, as its address says it and a saved view keeps it: no text, which may be a name. */
export type BoardSettings = {
  /** Only kinds that ask for something. */
  readonly filters: Readonly<Partial<Record<FilterKind, readonly string[] | undefined>>>;
  readonly lanes: LaneKind;
  readonly density: (typeof cardDensities)[number];
  /** `due`, or `-age` for the other way. */
  readonly sort: string;
  /** Columns of the list beside number and name. */
  readonly columns: readonly ListColumn[];
  /** By column of the board how many cases are thought to be enough. */
  readonly limits: Limits;
};

export type Limits = Readonly<Record<string, number | undefined>>;

type Kept = Pick<BoardSettings, 'lanes' | 'density'>;

/** Settings from the address; what it does not say is as this person last had it, or as usual. */
export function readSettings(search: URLSearchParams, kept: Kept): BoardSettings {
  const asked = readFilters(search);
  const columns = search.get('columns');
  return {
    filters: Object.fromEntries(filterKinds.flatMap(kind => (asked[kind].length > 0 ? [[kind, asked[kind]]] : []))),
    lanes: laneKinds.find(kind => kind === search.get('lanes')) ?? kept.lanes,
    density: cardDensities.find(one => one === search.get('density')) ?? kept.density,
    sort: sortWord(readSort(search.get('sort'))),
    columns: columns === null ? usualColumns : listColumns.filter(column => columns.split(',').includes(column)),
    limits: readLimits(search.get('limits')),
  };
}

/** `preparation:10,handoff:6`; what is no number of cases is left out. */
export function readLimits(text: string | null): Record<string, number> {
  const pairs = (text ?? '').split(',').map(part => /^([a-zA-Z]+):([1-9]\d{0,2})$/.exec(part));
  return Object.fromEntries(pairs.flatMap(pair => (pair ? [[pair[1] ?? '', Number(pair[2])]] : [])));
}

export const writeLimits = (limits: Limits): string =>
  Object.entries(limits)
    .flatMap(([column, limit]) => (limit === undefined ? [] : `${column}:${limit}`))
    .join(',');

/** The address of a view: all that it sets stands in it, so that whoever is sent it sees the same. What is open stays. */
export function writeSettings(search: URLSearchParams, settings: BoardSettings, view: string | null): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const kind of filterKinds) put(next, kind, settings.filters[kind]?.join(',') ?? '');
  next.set('lanes', settings.lanes);
  next.set('density', settings.density);
  next.set('sort', settings.sort);
  next.set('columns', settings.columns.join(','));
  put(next, 'limits', writeLimits(settings.limits));
  put(next, 'view', view ?? '');
  return next;
}

function put(search: URLSearchParams, key: string, value: string): void {
  if (value === '') search.delete(key);
  else search.set(key, value);
}

/** Whether an address names a view and says nothing of it: then the view says all. */
export const isBareView = (search: URLSearchParams): boolean =>
  search.has('view') && !search.has('lanes') && filterKinds.every(kind => !search.has(kind));

/** Whether two are looked at alike, whatever the order of what was chosen. */
export const isSameView = (a: BoardSettings, b: BoardSettings): boolean => canonical(a) === canonical(b);

const canonical = ({ filters, lanes, density, sort, columns, limits }: BoardSettings): string => {
  const sorted = filterKinds.map(kind => [...(filters[kind] ?? [])].sort());
  return JSON.stringify([sorted, lanes, density, sort, [...columns].sort(), Object.entries(limits).sort()]);
};
