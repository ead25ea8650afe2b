import { crc32, deflateRawSync } from 'node:zlib';

type Entry = {
  readonly name: string;
  readonly content: Uint8Array;
  /** What the directory says instead of what is there. */
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
};

/** A ZIP as packers make it, or one that lies. */
export function zipOf(entries: readonly Entry[]): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, size = content.length, crc = crc32(content), flags = 0x800 } of entries) {
    const called = Buffer.from(name);
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(called.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc, 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(called.length, 28);
    entry.writeUInt32LE(at, 42);
    directory.push(entry, called);
    parts.push(local, called, packed);
    at += 30 + called.length + packed.length;
  }
  const end = Buffer.alloc(22);
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]));
}

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text));

/** The smallest workbook: rows of shared strings, with their readings. */
export function xlsxOf(sheets: Readonly<Record<string, readonly (readonly string[])[]>>): Uint8Array<ArrayBuffer> {
  const names = Object.keys(sheets);
  const strings = [...new Set(Object.values(sheets).flat(2))];
  const xml = (text: string) => utf8(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
  const cell = (text: string, column: number, row: number) =>
    text === '' ? '' : `<c r="${String.fromCharCode(65 + column)}${row}" t="s"><v>${strings.indexOf(text)}</v></c>`;
  const sheet = (rows: readonly (readonly string[])[]) =>
    `<worksheet><sheetData>${rows
      .map((cells, at) => `<row r="${at + 1}">${cells.map((text, n) => cell(text, n, at + 1)).join('')}</row>`)
      .join('')}</sheetData></worksheet>`;
  const shared = strings.map(text => `<si><t>${text}</t><rPh sb="0" eb="1"><t>ヨミ</t></rPh></si>`).join('');
  const listed = names.map((name, n) => `<sheet name="${name}" sheetId="${n + 1}" r:id="r${n}"/>`).join('');
  const related = names.map((_, n) => `<Relationship Id="r${n}" Target="worksheets/sheet${n}.xml"/>`).join('');
  return zipOf([
    { name: 'xl/workbook.xml', content: xml(`<workbook xmlns:r="urn:r"><sheets>${listed}</sheets></workbook>`) },
    { name: 'xl/_rels/workbook.xml.rels', content: xml(`<Relationships>${related}</Relationships>`) },
    { name: 'xl/sharedStrings.xml', content: xml(`<sst>${shared}</sst>`) },
    ...Object.values(sheets).map((rows, n) => ({ name: `xl/worksheets/sheet${n}.xml`, content: xml(sheet(rows)) })),
  ]);
}
