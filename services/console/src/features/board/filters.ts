import { type Card, fitsFilter, orgOfTurn, type ViewFilterKind, viewFilterKinds } from '@kaerimichi/contracts';
import { fold } from '@kaerimichi/discharge';

/** Kinds of filter; each is a key of the board's URL. AND between kinds, OR inside one. */
export const filterKinds = viewFilterKinds;
export type FilterKind = ViewFilterKind;
export type Filters = { readonly text: string } & Readonly<Record<FilterKind, readonly string[]>>;

// Built from the list of kinds itself.
export const noFilters = { text: '', ...Object.fromEntries(filterKinds.map(kind => [kind, []])) } as unknown as Filters;

/**
 * Filters from the board's URL (`?due=3d&need=ventilator,niv`); unknown keys are other settings of the view. The text is
 * not among them: it may be a child's name, which stands in no URL.
 */
export function readFilters(search: URLSearchParams): Filters {
  const lists = filterKinds.map(kind => [kind, (search.get(kind) ?? '').split(',').filter(value => value !== '')]);
  return { ...noFilters, ...Object.fromEntries(lists) };
}

/** The URL with these filters but the text, its other settings kept. */
export function writeFilters(search: URLSearchParams, filters: Filters): URLSearchParams {
  const next = new URLSearchParams(search);
  const set = (key: string, value: string) => (value === '' ? next.delete(key) : next.set(key, value));
  for (const kind of filterKinds) set(kind, filters[kind].join(','));
  return next;
}

export const countFilters = (filters: Filters): number =>
  (filters.text.trim() === '' ? 0 : 1) + filterKinds.reduce((sum, kind) => sum + filters[kind].length, 0);

export function toggleFilter(filters: Filters, kind: FilterKind, value: string): Filters {
  const chosen = filters[kind];
  const next = chosen.includes(value) ? chosen.filter(other => other !== value) : [...chosen, value];
  return { ...filters, [kind]: next };
}

/** What a filter needs to know besides the card. */
export type FilterView = {
  readonly today: string;
  readonly org: string;
  readonly isMine: (card: Card) => boolean;
  readonly isChanged: (card: Card) => boolean;
  readonly orgName: (id: string) => string;
};

function matchesTurn(card: Card, choice: string, view: FilterView): boolean {
  const org = orgOfTurn(card);
  if (org === null) return false;
  if (choice === 'mine') return view.isMine(card);
  return choice === 'ours' ? org === view.org : org !== view.org;
}

function matchesText(card: Card, text: string, view: FilterView): boolean {
  const wanted = fold(text);
  return [card.no, card.name ?? '', card.initial ?? '', view.orgName(card.lead)].some(word =>
    fold(word).includes(wanted),
  );
}

/** Whether a card has one value of one kind. */
export function hasValue(card: Card, kind: FilterKind, value: string, view: FilterView): boolean {
  if (kind === 'turn') return matchesTurn(card, value, view);
  if (kind === 'changed') return view.isChanged(card);
  return fitsFilter(card, kind, value, view.today);
}

/** Kinds that ask for something which a card has not; `text` among them. */
export function missedKinds(card: Card, filters: Filters, view: FilterView): (FilterKind | 'text')[] {
  const missed: (FilterKind | 'text')[] = filterKinds.filter(
    kind => filters[kind].length > 0 && !filters[kind].some(value => hasValue(card, kind, value, view)),
  );
  if (filters.text.trim() !== '' && !matchesText(card, filters.text, view)) missed.push('text');
  return missed;
}

export const matchesFilters = (card: Card, filters: Filters, view: FilterView): boolean =>
  missedKinds(card, filters, view).length === 0;
