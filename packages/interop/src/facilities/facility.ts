import type { FacilityKind, Words } from '@kaerimichi/discharge';

/** What a list says beyond name and place; shown as it is, never computed with. */
export type Details = Readonly<Partial<Record<DetailName, string | number | readonly string[]>>>;
type DetailName =
  | 'service'
  | 'operator'
  | 'capacity'
  | 'beds'
  | 'bedsBy'
  | 'bedsOn'
  | 'hours'
  | 'targets'
  | 'hazards'
  | 'filings'
  | 'note'
  | 'fax'
  | 'postCode';

/** One place as one public list names it. */
export type Facility = {
  readonly list: string;
  /** Within its list: the official number where there is one, else folded name and place. */
  readonly key: string;
  readonly kind: FacilityKind;
  readonly name: string;
  readonly kana: string | null;
  readonly address: string | null;
  /** 全国地方公共団体コード, six digits; null where the address names none, or more than one may be meant. */
  readonly municipality: string | null;
  readonly phone: string | null;
  /** null together: lists write 0 where they do not know. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly details: Details;
};

/** Why a row was left out, or what was noticed in rows that were taken. */
export type Remark = {
  /** `sfkopendata.csv 13行目`: the file in the ZIP, the sheet, the row as the file counts it. */
  readonly path: string;
  readonly why: string;
  readonly text: Words;
  /** Rows that this is about. */
  readonly rows: number;
  readonly isRefused: boolean;
};

type Fault = { readonly why: string; readonly text: Words };
export type FacilityRead = { readonly ok: true; readonly facility: Facility } | ({ readonly ok: false } & Fault);

export const refuse = (why: string, ja: string, en: string): FacilityRead => ({ ok: false, why, text: { ja, en } });

/** A table of a file: its rows with their numbers as the file counts them, from 1. */
export type Table = {
  /** File in the ZIP, or sheet; empty for a file that is one table. */
  readonly at: string;
  /** Every name that may tell of what time it is: of the file, the file in it, the sheet. */
  readonly names: readonly string[];
  readonly rows: readonly TableRow[];
  /** In a CSV every row has a cell for every column; a spreadsheet leaves empty ones out. */
  readonly isEven: boolean;
};
export type TableRow = { readonly number: number; readonly cells: readonly string[] };
