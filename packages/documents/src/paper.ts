import type { Category, Day, Words } from '@kaerimichi/discharge';

/** The record that a paper takes something from. */
export type Origin = { readonly seq: number; readonly label: Words; readonly on: Day };

/** A box to tick, or words to draw a ring around, as a form offers them. */
export type Choice = { readonly mark: 'box' | 'ring'; readonly label: string; readonly isChosen: boolean };

/** What stands on one line of a cell before it is broken to its width. */
export type Line = readonly (string | Choice)[];

/** One labelled place of a form. */
export type Cell = {
  readonly label: string;
  readonly lines: readonly Line[];
  /** Something that is recorded stands there; else it is a place to write in by hand. */
  readonly isRecorded: boolean;
  readonly from: readonly Origin[];
  /** Lines that the place is high at least. */
  readonly space: number;
  /** Share of the row. */
  readonly width: number;
  /** Whoever does not read this category whole is not told it. */
  readonly category: Category;
};

/** Cells side by side, each row with a border, as official forms have them. */
export type Rows = {
  readonly kind: 'rows';
  readonly title: string | null;
  readonly rows: readonly (readonly Cell[])[];
  /** Share of the width that labels at the left take, where it is not the usual one. */
  readonly labels?: number;
};

/** A table with a head that every page repeats. */
export type Table = {
  readonly kind: 'table';
  readonly title: string;
  readonly head: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Line[])[];
  /** Rows left free below, to write in. */
  readonly space: number;
  readonly from: readonly Origin[];
  /** Something that is recorded stands in it. */
  readonly isRecorded: boolean;
  readonly category: Category;
  /** In larger type: what is looked for in a hurry. */
  readonly isLarge?: boolean;
};

/** Words of the form itself. */
export type Remark = { readonly kind: 'remark'; readonly text: string };

/** Lines to sign on; with a name where the form wants it beside. */
export type Signatures = {
  readonly kind: 'signatures';
  readonly lines: readonly { readonly label: string; readonly name: string | null; readonly hasSeal?: boolean }[];
};

export type Block = Rows | Table | Remark | Signatures;

/** A document as it is to be printed. */
export type Paper = {
  /** 別紙様式 of the notice whose layout it follows. */
  readonly form: string | null;
  readonly title: string;
  /** Beside the title where a form is for two things: which of them it is. */
  readonly titles?: Line;
  readonly size: 'A4' | 'A5';
  /** Rows closer together, so that a form of one page keeps to it. */
  readonly isDense?: boolean;
  /** The child, or whom it is for, above everything else. */
  readonly addressee: string | null;
  readonly blocks: readonly Block[];
};
