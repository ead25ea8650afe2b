import type { Words } from '@kaerimichi/discharge';
import { codeOf } from '../clean-text.ts';
import { type FacilityRead, refuse } from '../facility.ts';
import { kindOfInstitution } from '../kind-of-service.ts';
import { empty, type PartRead } from '../read-table.ts';
import { toFacility } from '../to-facility.ts';
import { institutionNumber } from './institutions.ts';

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
const has = (value: unknown, ...names: readonly string[]) => isFields(value) && names.every(name => name in value);

const noObject = refuse(
  'notAnObject',
  'この要素は施設の形をしていません。',
  'This element has not the form of a facility.',
);

type JsonLayout = {
  readonly list: string;
  /** Whether a first element is of this list. */
  readonly isOf: (first: unknown) => boolean;
  readonly read: (fields: Fields) => FacilityRead;
};

const hospitalsWithBeds: JsonLayout = {
  list: 'hospitalsWithBeds',
  isOf: first => has(first, 'id', 'name', 'facility_type', 'prefecture_code', 'address', 'beds_total'),
  read(fields) {
    const address = textOf(fields.address);
    const number = institutionNumber(textOf(fields.id), address);
    const prefecture = codeOf(textOf(fields.prefecture_code), 2);
    if (number === null) return refuse('number', 'IDがありません。', 'It has no ID.');
    const bedsBy = [
      ['一般', fields.beds_general],
      ['療養', fields.beds_therapy],
      ['精神', fields.beds_mental],
      ['結核', fields.beds_tb],
      ['感染症', fields.beds_infectious],
    ] as const;
    return toFacility({
      list: 'hospitalsWithBeds',
      number,
      kind: kindOfInstitution(textOf(fields.facility_type)) ?? 'medicalInstitution',
      name: textOf(fields.name),
      kana: textOf(fields.name_kana),
      address,
      prefecture,
      municipality: `${prefecture ?? ''}${textOf(fields.city_code)}`,
      latitude: fields.latitude,
      longitude: fields.longitude,
      details: {
        beds: typeof fields.beds_total === 'number' ? fields.beds_total : null,
        bedsBy: bedsBy.flatMap(([name, n]) => (typeof n === 'number' && n > 0 ? [`${name} ${n}`] : [])),
      },
    });
  },
};

const visitingNursing: JsonLayout = {
  list: 'visitingNursing',
  isOf: first => has(first, 'id', 'n', 'a'),
  read(fields) {
    const number = codeOf(textOf(fields.id), 10);
    if (number === null) return refuse('number', '事業所番号がありません。', 'It has no number.');
    return toFacility({
      list: 'visitingNursing',
      number,
      kind: 'visitingNursing',
      name: textOf(fields.n),
      address: once(textOf(fields.a)),
      prefecture: number.slice(0, 2),
    });
  },
};

/** A building that stands twice at the end of its address, as joining two columns left it. */
function once(address: string): string {
  const [, place = '', building = ''] = /^(.*?)[ \u3000]+(\S+)$/.exec(address) ?? [];
  return building !== '' && place.endsWith(building) ? place : address;
}

/** Hazards for which a site is meant, marked 1. */
const hazards = ['洪水', '崖崩れ、土石流及び地滑り', '高潮', '地震', '津波', '大規模な火事', '内水氾濫', '火山現象'];

function readShelter(feature: unknown): FacilityRead {
  const properties = isFields(feature) && isFields(feature.properties) ? feature.properties : null;
  if (!properties) return noObject;
  const isEmergency = '洪水' in properties;
  const geometry = isFields(feature) && isFields(feature.geometry) ? feature.geometry.coordinates : null;
  const [longitude, latitude] = Array.isArray(geometry) ? geometry : [];
  const own = textOf(properties.共通ID);
  const list = isEmergency ? 'emergencySites' : 'evacuationShelters';
  return toFacility({
    list,
    number: own === '' ? null : own,
    kind: isEmergency ? 'emergencySite' : 'shelter',
    name: textOf(properties['施設・場所名']),
    address: textOf(properties.住所),
    municipality: textOf(properties.都道府県名及び市町村名),
    latitude,
    longitude,
    details: {
      hazards: hazards.filter(name => textOf(properties[name]) === '1'),
      targets: [textOf(properties.受入対象者)],
      note: textOf(properties.備考),
    },
  });
}

const isShelter = (feature: unknown): boolean =>
  isFields(feature) && has(feature.properties, '共通ID', '施設・場所名', '住所');
const isBoundary = (feature: unknown): boolean => isFields(feature) && has(feature.properties, 'N03_001', 'N03_007');

const boundaries: Words = { ja: '市区町村の境界', en: 'boundaries of municipalities' };
const municipalities: Words = { ja: '市区町村の一覧', en: 'a list of municipalities' };
const availability: Words = {
  ja: '避難所データの公開状況',
  en: 'which municipalities publish their shelters',
};

/** A JSON list by the form of its elements; what holds no facilities is said to be what it is. */
export function readJson(value: unknown): PartRead {
  if (Array.isArray(value)) return readList(value);
  if (!isFields(value)) return unknown(value);
  if (value.type === 'unavailable') return { is: 'nothing', text: unavailable(value) };
  if (Array.isArray(value.features)) return readFeatures(value.features);
  if (value.type === 'Topology' && isFields(value.objects)) {
    const shapes = Object.values(value.objects).flatMap(object =>
      isFields(object) && Array.isArray(object.geometries) ? object.geometries : [],
    );
    if (isBoundary(shapes[0])) return { is: 'other', holds: boundaries, rows: shapes.length };
  }
  return readKeyed(value);
}

/** The publisher's own sentence, where it is one. */
function unavailable({ name, message }: Fields): Words {
  const told = textOf(message).slice(0, 200);
  const who = textOf(name).slice(0, 60);
  return {
    ja: `${who}${who ? ': ' : ''}${told || 'このデータは公開されていません。'}`,
    en: `This list is not published${who ? ` (${who})` : ''}.`,
  };
}

const layouts = [hospitalsWithBeds, visitingNursing];
const LOOKED_AT = 5;

function readList(items: readonly unknown[]): PartRead {
  const first = items.slice(0, LOOKED_AT);
  const layout = layouts.find(({ isOf }) => first.some(isOf));
  if (layout)
    return {
      is: 'list',
      list: layout.list,
      titles: [],
      rows: items.map((item, at) => ({ number: at + 1, read: isFields(item) ? layout.read(item) : noObject })),
    };
  if (first.some(item => has(item, 'pref', 'city', 'lgcode')))
    return { is: 'other', holds: municipalities, rows: items.length };
  return unknown(items);
}

function readFeatures(features: readonly unknown[]): PartRead {
  const first = features.slice(0, LOOKED_AT);
  if (first.some(isBoundary)) return { is: 'other', holds: boundaries, rows: features.length };
  if (!first.some(isShelter)) return unknown(features);
  const list = first.some(one => isFields(one) && has(one.properties, '洪水'))
    ? 'emergencySites'
    : 'evacuationShelters';
  const rows = features.map((feature, at) => ({ number: at + 1, read: readShelter(feature) }));
  return { is: 'list', list, titles: [], rows };
}

/** Dictionaries of municipalities: by name, by code, by prefecture. */
function readKeyed(value: Fields): PartRead {
  const entries = Object.values(value);
  const some = entries.slice(0, LOOKED_AT);
  if (some.length === 0) return empty;
  if (isFields(value.unavailable) && isFields(value.summary)) {
    const listed = Object.values(value.unavailable).flatMap(group => (Array.isArray(group) ? group : []));
    return { is: 'other', holds: availability, rows: listed.length };
  }
  if (some.every(one => typeof one === 'string' && /^\d{6}$/.test(one)))
    return { is: 'other', holds: municipalities, rows: entries.length };
  if (some.every(one => has(one, 'name', 'cities'))) {
    const cities = entries.flatMap(one => (isFields(one) && typeof one.cities === 'object' ? (one.cities ?? []) : []));
    const count = cities.reduce<number>((sum, list) => sum + (isFields(list) ? Object.keys(list).length : 1), 0);
    return { is: 'other', holds: municipalities, rows: count };
  }
  return unknown(value);
}

/** The names found in the first element, as those of a table's header. */
function unknown(value: unknown): PartRead {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const described = isFields(first) && isFields(first.properties) ? first.properties : first;
  const names = isFields(described) ? Object.keys(described).slice(0, 40) : [];
  const told = names.map(name => name.slice(0, 40));
  return {
    is: 'unknown',
    text: {
      ja: `何の一覧か分かりません。見つかった項目: ${told.join('、') || 'なし'}`,
      en: `It is of no list that is known here. Fields found: ${told.join(', ') || 'none'}`,
    },
    rows: Array.isArray(value) ? value.length : 1,
  };
}
