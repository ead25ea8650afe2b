import { SaxesParser } from 'saxes';
import type { Table, TableRow } from './facility.ts';
import { MOST_ROWS } from './read-csv.ts';

type Entries = ReadonlyMap<string, Uint8Array>;

export const isXlsx = (entries: Entries): boolean => entries.has('xl/workbook.xml');

/** A column beyond this is decoration. */
const MOST_COLUMNS = 300;

/**
 * Sheets of a workbook as tables. XML is read as a stream without document types, so that nothing in it is looked up or
 * multiplied; readings above the characters (rPh) are no part of a cell. null: it cannot be read.
 */
export function readXlsx(entries: Entries, names: readonly string[]): Table[] | null {
  try {
    const shared = sharedStrings(entries);
    const targets = relations(entries);
    // By its part: one that is listed a thousand times is one sheet.
    const sheets = new Map<string, string>();
    walk(xmlOf(entries, 'xl/workbook.xml'), {
      open(tag, attributes) {
        if (tag !== 'sheet') return;
        const path = targets.get(attributes['r:id'] ?? '');
        if (path && !sheets.has(path)) sheets.set(path, attributes.name ?? '');
      },
    });
    let left = MOST_ROWS + 1;
    return [...sheets].map(([path, name]) => {
      const rows = rowsOf(xmlOf(entries, path), { shared, most: left });
      left -= rows.length;
      return { at: name, names: [name, ...names], rows, isEven: false };
    });
  } catch {
    return null;
  }
}

function xmlOf(entries: Entries, path: string): string {
  const bytes = entries.get(path);
  if (!bytes) throw new Error(`${path} is missing`);
  return new TextDecoder().decode(bytes);
}

type Walker = {
  readonly open?: (tag: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (tag: string) => void;
};

const plain = (name: string) => name.slice(name.indexOf(':') + 1);

/** Throws at the first fault of the XML, and at a document type. */
function walk(xml: string, { open, text, close }: Walker): void {
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw new Error('a document type');
  });
  parser.on('error', fault => {
    throw fault;
  });
  if (open) parser.on('opentag', ({ name, attributes }) => open(plain(name), attributes as Record<string, string>));
  if (text) parser.on('text', text);
  if (close) parser.on('closetag', ({ name }) => close(plain(name)));
  parser.write(xml).close();
}

function relations(entries: Entries): Map<string, string> {
  const targets = new Map<string, string>();
  walk(xmlOf(entries, 'xl/_rels/workbook.xml.rels'), {
    open(tag, { Id = '', Target = '' }) {
      if (tag === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return targets;
}

/** Text of `t`, without the readings in `rPh`. */
function textReader() {
  let parts: string[] = [];
  let isText = false;
  let isReading = false;
  return {
    open(tag: string) {
      if (tag === 'rPh') isReading = true;
      else if (tag === 't') isText = !isReading;
    },
    text(text: string) {
      if (isText) parts.push(text);
    },
    close(tag: string) {
      if (tag === 'rPh') isReading = false;
      else if (tag === 't') isText = false;
    },
    take() {
      const text = parts.join('');
      parts = [];
      return text;
    },
  };
}

function sharedStrings(entries: Entries): string[] {
  if (!entries.has('xl/sharedStrings.xml')) return [];
  const strings: string[] = [];
  const reader = textReader();
  walk(xmlOf(entries, 'xl/sharedStrings.xml'), {
    open: reader.open,
    text: reader.text,
    close(tag) {
      reader.close(tag);
      if (tag === 'si') strings.push(reader.take());
    },
  });
  return strings;
}

/** `AB12` is column 28 (from 1). */
const columnOf = (place: string): number =>
  [...(/^[A-Z]{1,3}/.exec(place)?.[0] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

type RowOptions = { readonly shared: readonly string[]; readonly most: number };

/** Its rows, `most` at the most. */
function rowsOf(xml: string, { shared, most }: RowOptions): TableRow[] {
  const rows: TableRow[] = [];
  const reader = textReader();
  let cells: string[] = [];
  let number = 0;
  let cell = { column: 0, type: '' };
  let value: string | null = null;
  walk(xml, {
    open(tag, attributes) {
      reader.open(tag);
      if (tag === 'row') {
        number = Number(attributes.r ?? number + 1);
        cells = [];
        cell = { column: 0, type: '' };
      } else if (tag === 'c')
        cell = { column: columnOf(attributes.r ?? '') || cell.column + 1, type: attributes.t ?? '' };
      else if (tag === 'v') value = '';
    },
    text(text) {
      reader.text(text);
      if (value !== null) value += text;
    },
    close(tag) {
      reader.close(tag);
      if (tag === 'v') {
        put(cell.type === 's' ? (shared[Number(value)] ?? '') : (value ?? ''));
        value = null;
      } else if (tag === 'is') put(reader.take());
      else if (tag === 'row' && rows.length < most) rows.push({ number, cells });
    },
  });
  return rows;

  function put(text: string) {
    if (cell.column < 1 || cell.column > MOST_COLUMNS) return;
    while (cells.length < cell.column) cells.push('');
    cells[cell.column - 1] = text;
  }
}
