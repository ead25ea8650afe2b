import type { Part } from './parts.ts';

/** One line of the table: the product, the bare server beside it, and what must hold. */
export type Row = {
  readonly part: Part;
  readonly name: string;
  readonly unit: string;
  readonly product: number;
  readonly bare?: number;
  /** Median over paired rounds where there are any; otherwise product over bare. */
  readonly ratio?: number;
  /** Of the ratio, or of the product's own figure where nothing stands beside it. */
  readonly floor?: Floor;
};

export type Floor = { readonly of: 'ratio' | 'product'; readonly is: 'atLeast' | 'atMost'; readonly value: number };

export const atLeast = (value: number): Floor => ({ of: 'ratio', is: 'atLeast', value });
export const atMost = (value: number): Floor => ({ of: 'ratio', is: 'atMost', value });
export const figureAtMost = (value: number): Floor => ({ of: 'product', is: 'atMost', value });

export const ratioOf = ({ product, bare, ratio }: Row): number | null =>
  ratio ?? (bare === undefined ? null : product / bare);

export const keeps = (row: Row, floor: Floor): boolean => {
  const figure = floor.of === 'product' ? row.product : (ratioOf(row) ?? Number.NaN);
  return floor.is === 'atLeast' ? figure >= floor.value : figure <= floor.value;
};
