import { describe, expect, it } from 'vitest';
import { readFacilities } from './read-facilities.ts';
import { utf8, xlsxOf, zipOf } from './testing/zip-of.ts';

const wholeOf = (bytes: Uint8Array, name = 'list.csv') => {
  const read = readFacilities(bytes, name);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read;
};
const faultsOf = (bytes: Uint8Array) => {
  const read = readFacilities(bytes, 'list.csv');
  return read.ok ? [] : read.faults.map(({ text }) => text.ja);
};
const lines = (...rows: string[]) => utf8(rows.join('\r\n'));

const mobility =
  '事業所番号,事業所名称,事業所電話番号,事業所郵便番号,事業所所在地,法人名称,主たる対象者：身体,主たる対象者：障がい児';
const kaigo =
  '都道府県コード又は市町村コード,No,都道府県名,市区町村名,事業所名,事業所名カナ,サービスの種類,住所,緯度,経度,電話番号,事業所番号,定員';
const kaigoRow = (number: string, name: string, rest = '35.33,139.40') =>
  `14207,${number},神奈川県,茅ヶ崎市,${name},カナ,訪問看護,茅ケ崎市元町1-1,${rest},467000000,${number},`;

describe('a list of facilities', () => {
  it('is known by its header, below titles; rows are numbered as the file counts them', () => {
    const { facilities, remarks, parts } = wholeOf(
      lines(
        '移動支援,,,,,,,',
        '',
        mobility,
        '2769900974,試験の家,06-0000-0000,520-0113,大津市坂本1,法人,○,○',
        ',,,,,,,',
        'x,,,,,,,',
      ),
      'idoshien_2026.6.1.csv',
    );
    expect(facilities).toMatchObject([
      {
        list: 'mobilitySupport',
        key: '2769900974',
        municipality: '252018',
        details: { targets: ['身体', '障がい児'] },
      },
    ]);
    expect(remarks).toMatchObject([{ path: '#6', why: 'number', rows: 1, isRefused: true }]);
    expect(parts).toMatchObject([{ read: 2, refused: 1, again: 0, releasedOn: '2026-06-01' }]);
  });

  it('gets back the zeros that a spreadsheet took, and no point where it has zeros', () => {
    const { facilities } = wholeOf(lines(kaigo, kaigoRow('170103378', '甲'), kaigoRow('1460190009', '乙', '0.0,0')));
    expect(facilities).toMatchObject([
      {
        key: '0170103378 訪問看護',
        phone: '0467000000',
        municipality: '142077',
        kind: 'visitingNursing',
        latitude: 35.33,
      },
      { key: '1460190009 訪問看護', latitude: null, longitude: null },
    ]);
  });

  it('is one facility a number: the same again is the same, another content is refused with the row that came first', () => {
    const { facilities, remarks, parts } = wholeOf(
      lines(kaigo, kaigoRow('1460190009', '甲'), kaigoRow('1460190009', '甲'), kaigoRow('1460190009', '丙')),
    );
    expect(facilities.map(({ name }) => name)).toEqual(['甲']);
    expect(parts).toMatchObject([{ read: 3, refused: 1, again: 1, kinds: { visitingNursing: 1 } }]);
    expect(remarks.map(({ path, why, rows }) => [path, why, rows])).toEqual([
      ['#4', 'doubled', 1],
      ['#3', 'again', 1],
    ]);
    expect(remarks[0]?.text.ja).toContain('2行目と同じ番号');
  });

  it('refuses a row whose columns are not those of the header, and one without a name', () => {
    const { remarks } = wholeOf(lines(kaigo, '14207,1,神奈川県', kaigoRow('1460190009', '')));
    expect(remarks.map(({ why, isRefused }) => [why, isRefused])).toEqual([
      ['columns', true],
      ['noName', true],
    ]);
  });

  it('that is none is told the columns that were found', () => {
    expect(faultsOf(lines('氏名,体重,身長', '甲,1,2'))).toEqual([expect.stringContaining('氏名、体重、身長')]);
    expect(faultsOf(utf8('[{"a":1,"b":2}]'))).toEqual([expect.stringContaining('a、b')]);
  });

  it.each([
    ['shift_jis', [0x8e, 0x96, 0x8b, 0xc6]],
    ['euc-jp', [0xbb, 0xf6, 0xb6, 0xc8]],
  ])('is read in %s', (encoding, start) => {
    // 「事業」 as it begins in either, then a header of the same signs: what Node cannot write it can read.
    const bytes = encodingOf(
      encoding,
      `${mobility}\r\n2769900974,試験の家ホームヘルプ,06-0000-0000,520-0113,大津市坂本1,法人,○,○`,
    );
    expect([...bytes.slice(0, 4)]).toEqual(start);
    const { facilities, parts } = wholeOf(bytes);
    expect(facilities).toMatchObject([{ name: '試験の家ホームヘルプ', municipality: '252018' }]);
    expect(parts[0]?.encoding).toBe(encoding);
  });

  it('may have a byte order mark, be UTF-16 or separated by tabs', () => {
    const text = `${kaigo}\n${kaigoRow('1460190009', '甲')}`;
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    for (const bytes of [utf8(`\uFEFF${text}`), utf16, utf8(text.replaceAll(',', '\t'))])
      expect(wholeOf(bytes).facilities).toMatchObject([{ name: '甲' }]);
  });

  it('without a header is known by the shape of its rows', () => {
    const rows = [
      '10112489,112489,医療法人 試験病院,50813,札幌市南区川沿1',
      '140100362,0100362,試験医院,2300012,横浜市鶴見区1',
    ];
    expect(wholeOf(lines(...rows)).facilities).toMatchObject([
      { key: '010112489', municipality: '011061', details: { postCode: '0050813' } },
      { key: '140100362', municipality: '141011' },
    ]);
  });

  it('in JSON is one by its elements: shelters with their hazards, stations, hospitals', () => {
    const shelter = {
      共通ID: 'E14',
      '施設・場所名': '試験小学校',
      住所: '神奈川県向田5',
      都道府県名及び市町村名: '神奈川県南足柄市',
    };
    const at = { type: 'Point', coordinates: [139.1, 35.3] };
    const features = [{ geometry: at, properties: { ...shelter, 洪水: '1', 地震: '' } }, { properties: null }];
    const { facilities, parts } = wholeOf(utf8(JSON.stringify({ type: 'FeatureCollection', features })));
    expect(facilities).toMatchObject([
      { kind: 'emergencySite', municipality: '142174', latitude: 35.3, details: { hazards: ['洪水'] } },
    ]);
    expect(parts).toMatchObject([{ read: 2, refused: 1 }]);
    const stations = [{ id: '1460190009', n: '試験', a: '神奈川県横浜市鶴見区1-2 甲ビル 甲ビル' }];
    expect(wholeOf(utf8(JSON.stringify(stations))).facilities).toMatchObject([
      { kind: 'visitingNursing', address: '神奈川県横浜市鶴見区1-2 甲ビル' },
    ]);
  });

  it('of something else is said to be that, and what is not published is told in its own words', () => {
    const codes = { 神奈川県藤沢市: '142051', 神奈川県茅ヶ崎市: '142077' };
    const other = wholeOf(utf8(JSON.stringify(codes)));
    expect(other.parts).toMatchObject([{ list: null, holds: { ja: '市区町村の一覧' }, read: 2, refused: 2 }]);
    const message = 'この自治体のデータは公開されていません。';
    const none = wholeOf(utf8(JSON.stringify({ type: 'unavailable', name: '神奈川県寒川町', message })));
    expect(none.parts).toMatchObject([{ read: 0, refused: 0 }]);
    expect(none.remarks[0]?.text.ja).toBe(`神奈川県寒川町: ${message}`);
  });
});

const beds = ['医療機関名称（病院）', '市区町村', '計', '高度急性期', '急性期', '回復期', '慢性期'];

describe('a workbook', () => {
  it('is read sheet by sheet, without readings; of one place the later year counts, a total is none', () => {
    const sheet = (year: number, n: string) => [
      [],
      ['圏域（病院）'],
      [`${year}年７月１日時点`],
      beds,
      ['試験病院', '藤沢市', n, n, '', '', ''],
      ['合計', '', n],
    ];
    const { facilities, parts, remarks } = wholeOf(xlsxOf({ '2024': sheet(2024, '10'), '2025': sheet(2025, '12') }));
    expect(facilities).toMatchObject([
      { name: '試験病院', kind: 'hospital', municipality: '142051', details: { beds: 12, bedsBy: ['高度急性期 12'] } },
    ]);
    expect(parts.map(({ at, read, refused, again }) => [at, read, refused, again])).toEqual([
      ['2024', 2, 1, 0],
      ['2025', 2, 1, 1],
    ]);
    expect(remarks.map(({ path, why }) => `${path} ${why}`)).toEqual(['2024 #6 total', '2025 #6 total']);
  });

  it('that lists one sheet many times holds it once', () => {
    const cell = '<c t="inlineStr"><is><t>x</t></is></c>';
    const sheet = `<worksheet><sheetData>${`<row>${cell}</row>`.repeat(1_000)}</sheetData></worksheet>`;
    const listed = Array.from({ length: 2_000 }, (_, n) => `<sheet name="s${n}" r:id="r1"/>`).join('');
    const content = {
      'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${listed}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="s.xml"/></Relationships>',
      'xl/s.xml': sheet,
    };
    const packed = zipOf(Object.entries(content).map(([name, text]) => ({ name, content: utf8(text) })));
    const began = performance.now();
    faultsOf(packed);
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  it('with a document type, without its parts or with broken XML is refused', () => {
    const workbook = (xml: string) => zipOf([{ name: 'xl/workbook.xml', content: utf8(xml) }]);
    for (const xml of ['<!DOCTYPE x [<!ENTITY a "b">]><workbook/>', '<workbook>', '<workbook/>'])
      expect(faultsOf(workbook(xml))).toEqual([expect.stringContaining('Excel')]);
  });
});

describe('a ZIP', () => {
  const content = lines(kaigo, kaigoRow('1460190009', '甲'));
  it('holds lists, each told by its name; what packers leave beside them is passed over', () => {
    const entries = ['a/一覧.csv', '__MACOSX/a', 'a/.DS_Store'].map(name => ({ name, content }));
    const { parts, facilities } = wholeOf(zipOf([...entries, { name: 'b.csv', content: lines('氏名,体重', '甲,1') }]));
    expect(facilities.length).toBe(1);
    expect(parts.map(({ at, read, refused }) => [at, read, refused])).toEqual([
      ['a/一覧.csv', 1, 0],
      ['b.csv', 2, 2],
    ]);
  });

  it.each([
    ['is cut', () => zipOf([{ name: 'a.csv', content }]).slice(0, 200)],
    ['holds more than it says', () => zipOf([{ name: 'a.csv', content, size: 10 }])],
    ['holds less than it says', () => zipOf([{ name: 'a.csv', content, size: 9_000 }])],
    ['holds another file than it says', () => zipOf([{ name: 'a.csv', content, crc: 1 }])],
    ['is encrypted', () => zipOf([{ name: 'a.csv', content, flags: 1 }])],
    ['would unpack to gigabytes', () => zipOf([{ name: 'a.csv', content, size: 4_000_000_000 }])],
    ['holds a thousand files', () => zipOf(Array.from({ length: 1_000 }, (_, n) => ({ name: `${n}.csv`, content })))],
    ['holds nothing', () => zipOf([])],
    ['holds a ZIP', () => zipOf([{ name: 'a.zip', content: zipOf([{ name: 'a.csv', content }]) }])],
  ])('that %s is refused', (_, make) => {
    expect(faultsOf(make()).length).toBe(1);
  });
});

describe('hostile files', () => {
  it('are answered with a reason, whatever they are', () => {
    const files = [
      utf8(''),
      utf8('"'),
      utf8(`${kaigo}\n"${'x'.repeat(200_000)}`),
      utf8('{'),
      utf8('['.repeat(100_000)),
      utf8('[[[[1]]]]'),
      utf8('null'),
      utf8('{"features":[null,1]}'),
      utf8('{"type":"Topology","objects":{"a":null}}'),
      new Uint8Array(1_000).map((_, n) => (n * 7919) % 256),
      new Uint8Array([0x50, 0x4b, 3, 4]),
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]),
    ];
    for (const bytes of files) {
      const read = readFacilities(bytes, 'x');
      const told = read.ok ? read.remarks : read.faults;
      expect([read.ok && read.facilities.length > 0, told.length > 0], String(bytes.slice(0, 9))).toEqual([
        false,
        true,
      ]);
    }
  });

  it('bring no control sign and no half character into what is kept', () => {
    const { facilities } = wholeOf(utf8(`${kaigo}\n${kaigoRow('1460190009', '甲\u202E\u200B\u0007 乙')}`));
    expect(facilities).toMatchObject([{ name: '甲 乙' }]);
  });
});

/** Text in an encoding that the platform only reads: every sign is looked up in what it reads. */
function encodingOf(encoding: string, text: string): Uint8Array {
  const known = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding);
  for (let first = 0x80; first < 0x100; first += 1)
    for (let second = 0x40; second < 0x100; second += 1) {
      const sign = decoder.decode(new Uint8Array([first, second]));
      if ([...sign].length === 1 && !known.has(sign)) known.set(sign, [first, second]);
    }
  return new Uint8Array(
    [...text].flatMap(sign => (sign < '\x80' ? [sign.charCodeAt(0)] : (known.get(sign) ?? [0x3f]))),
  );
}
