import type { FacilityKind } from '@kaerimichi/discharge';
import { codeOf } from '../clean-text.ts';
import { type Facility, refuse } from '../facility.ts';
import { kindOfInstitution } from '../kind-of-service.ts';
import { prefectureOf } from '../municipality-of.ts';
import { releasedOn } from '../released-on.ts';
import { toFacility } from '../to-facility.ts';
import { figure } from './services.ts';
import type { Around, BareLayout, TableLayout } from './table-layout.ts';

/**
 * A number of 医療情報ネット as its prefecture gave it, of any length. It begins with the prefecture's two digits: a zero
 * that a spreadsheet took away is given back by the address.
 */
export function institutionNumber(text: string, address: string): string | null {
  const number = text.normalize('NFKC').trim();
  if (!/^[A-Za-z0-9-]{3,40}$/.test(number)) return null;
  const prefecture = prefectureOf(address) ?? '';
  return !number.startsWith(prefecture) && `0${number}`.startsWith(prefecture) ? `0${number}` : number;
}

/** A file of one kind says so in its name alone (`01-1_hospital_…`): its rows do not. */
const namedKinds: readonly (readonly [RegExp, FacilityKind])[] = [
  [/hospital|病院/i, 'hospital'],
  [/dental|歯科/i, 'dentalClinic'],
  [/clinic|診療所/i, 'clinic'],
  [/pharmacy|薬局/i, 'pharmacy'],
];
const kindInNames = (names: readonly string[]): FacilityKind | null =>
  names.flatMap(name => namedKinds.find(([words]) => words.test(name))?.[1] ?? [])[0] ?? null;

export const iryoNet: TableLayout = {
  list: 'iryoNet',
  needs: ['ID', '正式名称', '所在地', '所在地座標(緯度)'],
  read(cells, { names }) {
    const number = institutionNumber(cells('ID'), cells('所在地'));
    if (number === null) return refuse('number', 'IDがありません。', 'It has no ID.');
    return toFacility({
      list: 'iryoNet',
      number,
      kind: kindOfInstitution(cells('機関区分')) ?? kindInNames(names) ?? 'medicalInstitution',
      name: cells('正式名称'),
      kana: cells('正式名称(フリガナ)'),
      address: cells('所在地'),
      phone: cells('電話番号', '案内用電話番号', '代表電話番号'),
      latitude: cells('所在地座標(緯度)'),
      longitude: cells('所在地座標(経度)'),
      details: { beds: figure(cells('総病床数', '合計病床数')) },
    });
  },
};

const HOSPITAL_BEDS = 20;
const OWN_DIGITS = 7;

/** 施設基準の届出: a row a notification, and a row more for each of its remarks. */
export const facilityStandards: TableLayout = {
  list: 'facilityStandards',
  needs: ['都道府県コード', '受理届出名称', '医療機関番号', '医療機関名称'],
  read(cells) {
    const prefecture = codeOf(cells('都道府県コード'), 2);
    const own = codeOf(cells('医療機関番号'), OWN_DIGITS, 1);
    if (prefecture === null || own === null)
      return refuse('number', '医療機関番号がありません。', 'It has no number of an institution.');
    const beds = [...cells('病床数').normalize('NFKC').matchAll(/\d+/g)].reduce((sum, [n]) => sum + Number(n), 0);
    return toFacility({
      list: 'facilityStandards',
      number: `${prefecture}${own}`,
      kind: beds >= HOSPITAL_BEDS ? 'hospital' : 'clinic',
      name: cells('医療機関名称'),
      address: cells('医療機関所在地(住所)'),
      prefecture,
      phone: cells('電話番号'),
      details: {
        beds: beds > 0 ? beds : null,
        filings: [cells('受理届出名称')],
        fax: cells('FAX番号'),
        postCode: cells('医療機関所在地(郵便番号)'),
      },
    });
  },
  join: (one, other) => ({
    ...one,
    details: { ...one.details, filings: [...new Set([...textsOf(one), ...textsOf(other)])] },
  }),
};

const textsOf = ({ details: { filings } }: Facility): readonly string[] => (Array.isArray(filings) ? filings : []);

const functions = ['高度急性期', '急性期', '回復期', '慢性期'] as const;

/** 病床機能報告 of an area: a sheet a year and kind; of one place the later year counts. */
export const bedFunctions: TableLayout = {
  list: 'bedFunctions',
  needs: ['医療機関名称', '市区町村', '計', '高度急性期', '慢性期'],
  read(cells, around) {
    const city = cells('市区町村');
    return toFacility({
      list: 'bedFunctions',
      number: null,
      kind: kindOfSheet(around),
      name: cells('医療機関名称'),
      municipality: city,
      // The prefecture that publishes these: city names of others are alike.
      prefecture: '14',
      details: {
        beds: figure(cells('計')),
        bedsBy: functions.flatMap(name => (Number(cells(name)) > 0 ? [`${name} ${Number(cells(name))}`] : [])),
        bedsOn: releasedOn(around.titles, around.names),
      },
    });
  },
  join: (one, other) => (String(other.details.bedsOn ?? '') > String(one.details.bedsOn ?? '') ? other : one),
};

/** The column is headed 医療機関名称(病院) in sheets of clinics too: the title above tells. */
const kindOfSheet = ({ titles, names }: Around): FacilityKind =>
  [...titles, ...names].some(text => /診療所/.test(text)) ? 'clinic' : 'hospital';

/** 医療機関コード: prefecture and number, number, name, post code, address without its prefecture. */
export const institutionCodes: BareLayout = {
  list: 'institutionCodes',
  isRow: cells =>
    cells.length === 5 &&
    codeOf(cells[0] ?? '', 9) !== null &&
    codeOf(cells[0] ?? '', 9)?.slice(2) === codeOf(cells[1] ?? '', OWN_DIGITS, 1) &&
    codeOf(cells[3] ?? '', 7, 5) !== null,
  read([code = '', own = '', name = '', postCode = '', address = '']) {
    const number = codeOf(code, 9);
    if (number === null || number.slice(2) !== codeOf(own, OWN_DIGITS, 1))
      return refuse('number', '医療機関コードが正しくありません。', 'Its code is not right.');
    return toFacility({
      list: 'institutionCodes',
      number,
      kind: 'medicalInstitution',
      name,
      address,
      prefecture: number.slice(0, 2),
      details: { postCode: codeOf(postCode, 7, 5) },
    });
  },
};
