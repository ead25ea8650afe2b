import type { Partner } from '../cast.ts';
import { type MunicipalityName, municipalityCode } from '../municipality-code.ts';

/** A hospital that leads cases: its people, whom it asks near by, and where its families live. */
export type Neighbourhood = {
  readonly lead: string;
  readonly nurse: string;
  readonly doctor: string;
  readonly ward: string;
  readonly stations: readonly (Partner & { readonly by: string })[];
  readonly clinics: readonly Partner[];
  /** Codes of municipalities and wards. */
  readonly places: readonly string[];
  readonly municipality: Partner;
  readonly school: Partner;
};

const codesOf = (...places: readonly MunicipalityName[]) => places.map(municipalityCode);
const station = (name: string, by = `hvn-${name}`) => ({ org: `org-${name}`, by });
/** A clinic where somebody signs in; the others answer by telephone. */
const clinic = (name: string) => ({ org: `org-${name}`, by: `doctor-${name}` });
const byTelephone = (name: string) => ({ org: `org-${name}`, by: null });

const nozomi = station('nozomi', 'hvn');
const aozora = station('aozora', 'hvn2');

/** The children's hospital takes children from the whole prefecture. */
export const kodomoCentre: Neighbourhood = {
  lead: 'kodomo',
  nurse: 'dsn',
  doctor: 'doctor',
  ward: 'ward',
  stations: [nozomi, aozora, station('kokage'), station('minamo'), station('yurikago'), station('sakuramichi')],
  clinics: [byTelephone('hidamari'), clinic('momiji'), clinic('namioto'), byTelephone('futaba')],
  places: codesOf(
    '横浜市南区',
    '横浜市港南区',
    '横浜市戸塚区',
    '横浜市金沢区',
    '藤沢市',
    '鎌倉市',
    '逗子市',
    '大和市',
    '横須賀市',
  ),
  municipality: { org: 'org-shiomi', by: 'phn' },
  school: { org: 'org-gakko', by: 'school' },
};

const own = (lead: string) => ({ lead, nurse: `dsn-${lead}`, doctor: `doctor-${lead}`, ward: `dsn-${lead}` });

export const hospitals: readonly Neighbourhood[] = [
  {
    ...own('shonan'),
    stations: [nozomi, aozora, station('nagisa'), station('suzuran')],
    clinics: [byTelephone('hidamari'), byTelephone('tsubaki')],
    places: codesOf('藤沢市', '茅ヶ崎市', '平塚市', '寒川町', '大磯町'),
    municipality: byTelephone('fujisawa'),
    school: { org: 'org-gakko', by: 'school' },
  },
  {
    ...own('minato'),
    stations: [station('kokage'), station('minamo')],
    clinics: [clinic('momiji'), clinic('namioto')],
    places: codesOf('横浜市中区', '横浜市磯子区', '横浜市鶴見区', '横須賀市', '三浦市'),
    municipality: byTelephone('yokohama'),
    school: byTelephone('hibari'),
  },
  {
    ...own('tachibana'),
    stations: [station('hinata'), station('sakuramichi')],
    clinics: [clinic('kawasemi'), byTelephone('futaba')],
    places: codesOf('川崎市高津区', '川崎市宮前区', '川崎市多摩区', '川崎市麻生区', '横浜市青葉区'),
    municipality: byTelephone('kawasaki'),
    school: byTelephone('hibari'),
  },
  {
    ...own('keyaki'),
    stations: [station('tsukushi'), station('akebono'), station('hoshizora')],
    clinics: [clinic('harukaze'), clinic('midori')],
    places: codesOf('相模原市南区', '相模原市中央区', '相模原市緑区', '座間市', '海老名市', '厚木市', '愛川町'),
    municipality: byTelephone('sagamihara'),
    school: byTelephone('kunugi'),
  },
  {
    ...own('akane'),
    stations: [station('komadori'), station('takenoko')],
    clinics: [byTelephone('ohisama'), byTelephone('tsubaki')],
    places: codesOf('小田原市', '南足柄市', '秦野市', '開成町', '湯河原町', '箱根町'),
    municipality: byTelephone('odawara'),
    school: { org: 'org-gakko', by: 'school' },
  },
];
