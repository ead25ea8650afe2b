import { projectSource, type Rights, type SeenPart } from '@kaerimichi/access';
import type { SourceVersion } from './ports.ts';

/** One thing that a file told of the child, in the words of the file. */
type SourceItem = {
  readonly text: string;
  /** The place in the file. */
  readonly from?: string;
  readonly detail?: string;
  /** A day, or a month or year where no more is known. */
  readonly on?: string;
  readonly status?: string;
  readonly critical?: string;
  readonly relation?: string;
  readonly said?: string;
  readonly kana?: string;
  readonly phones?: readonly string[];
  readonly codes?: readonly string[];
};

export type VersionMark = { readonly version: number; readonly importedAt: string };

/** Since which version a file tells it, null: since the case was made; and from which on no file tells it any more. */
type ToldItem = SourceItem & { readonly came: VersionMark | null; readonly gone: VersionMark | null };
export type ToldPart = Pick<SeenPart, 'part' | 'category'> & {
  readonly items: readonly ToldItem[];
  /** How many more there are. */
  readonly more: number;
};

/** A longer list is the draft's to show. */
const MOST_ITEMS = 500;

/**
 * What the versions of a file told of a child, oldest first, as far as the rights go: what the newest tells first, then
 * what an earlier one told and the newest does not. A version that was read before a part was known says nothing of it.
 */
export function toldParts(versions: readonly SourceVersion[], rights: Rights): ToldPart[] {
  const parts = new Map<SeenPart['part'], { category: SeenPart['category']; known: Map<string, ToldItem> | null }>();
  for (const { version, importedAt, content } of versions)
    for (const { part, category, value } of projectSource(content, rights)) {
      const before = parts.get(part)?.known ?? null;
      const items = itemsIn(value, content.from);
      parts.set(part, { category, known: follow(before, items, { version, importedAt }) });
    }
  return [...parts].flatMap(([part, { category, known }]) => {
    const items = [...(known?.values() ?? [])];
    if (items.length === 0) return [];
    return [{ part, category, items: items.slice(0, MOST_ITEMS), more: Math.max(0, items.length - MOST_ITEMS) }];
  });
}

/** What is known after one more version; a place in the file may differ without anything being told otherwise. */
function follow(before: ReadonlyMap<string, ToldItem> | null, items: readonly SourceItem[], mark: VersionMark) {
  const now = new Map<string, ToldItem>();
  for (const item of items) {
    const key = keyOf(item);
    const known = before?.get(key);
    const came = before === null ? null : known && !known.gone ? known.came : mark;
    now.set(key, { ...item, came, gone: null });
  }
  for (const [key, item] of before ?? []) if (!now.has(key)) now.set(key, { ...item, gone: item.gone ?? mark });
  return now;
}

const keyOf = ({ from: _place, codes: _codes, ...said }: SourceItem): string => JSON.stringify(said);

/** A single value, or a list of texts or of entries; anything else was written by no importer. */
function itemsIn(value: unknown, from: unknown): SourceItem[] {
  const place = typeof from === 'string' && from !== '' ? { from } : {};
  if (typeof value === 'string') return value === '' ? [] : [{ text: value, ...place }];
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    if (typeof item === 'string') return [{ text: item }];
    return isParts(item) ? [toItem(item)] : [];
  });
}

type Parts = Readonly<Record<string, unknown>>;
const isParts = (value: unknown): value is Parts => typeof value === 'object' && value !== null;

const texts = ['from', 'detail', 'on', 'status', 'critical', 'relation', 'said', 'kana'] as const;

function toItem(parts: Parts): SourceItem {
  const said = texts.flatMap(name => (typeof parts[name] === 'string' ? [[name, parts[name]]] : []));
  const lists = (['phones', 'codes'] as const).flatMap(name => {
    const list = Array.isArray(parts[name]) ? parts[name].filter(text => typeof text === 'string') : [];
    return list.length > 0 ? [[name, list]] : [];
  });
  const name = [parts.text, parts.name].find(text => typeof text === 'string');
  return { text: typeof name === 'string' ? name : '', ...Object.fromEntries([...said, ...lists]) };
}
