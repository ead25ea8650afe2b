/** What the list of resources is narrowed to; it stands in the page's address. */
export type FacilityFilters = {
  readonly q: string;
  readonly kind: string;
  /** Two digits, or six of a municipality, whose first two are its prefecture's. */
  readonly place: string;
  /** From 1. */
  readonly page: number;
};

export const noFilters: FacilityFilters = { q: '', kind: '', place: '', page: 1 };

export const isFiltered = ({ q, kind, place }: FacilityFilters): boolean => q !== '' || kind !== '' || place !== '';

export const prefectureIn = ({ place }: FacilityFilters): string => place.slice(0, 2);
export const municipalityIn = ({ place }: FacilityFilters): string => (place.length === 6 ? place : '');

/** Of an address; what no list could have is passed over. */
export function filtersOf(search: URLSearchParams, kinds: readonly string[]): FacilityFilters {
  const kind = search.get('kind') ?? '';
  const place = search.get('place') ?? '';
  const page = Number(search.get('page') ?? 1);
  return {
    q: (search.get('q') ?? '').slice(0, 100),
    kind: kinds.includes(kind) ? kind : '',
    place: /^\d{2}(\d{4})?$/.test(place) ? place : '',
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

/** The address of filters: only what narrows stands in it. */
export function searchOf({ q, kind, place, page }: FacilityFilters): URLSearchParams {
  const parts = { q, kind, place, page: page > 1 ? String(page) : '' };
  return new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== ''));
}
