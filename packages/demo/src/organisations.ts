import type { OrganisationKind } from '@kaerimichi/discharge';
import { type MunicipalityName, municipalityCode } from './municipality-code.ts';

/** An organisation of the invented world: its name is invented and says that it is a demo; its municipality is the code of a real one. */
export type DemoOrganisation = {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly kana: string;
  readonly municipality: string;
  /** Nobody's: no exchange begins with 000. */
  readonly telephone: string;
};

type Line = readonly [id: string, name: string, kana: string, municipality: MunicipalityName];

type Unreachable = Omit<DemoOrganisation, 'telephone'>;

const ofKind = (kind: OrganisationKind, lines: readonly Line[]): Unreachable[] =>
  lines.map(([id, name, kana, municipality]) => ({
    id: `org-${id}`,
    kind,
    name: `${name}(デモ)`,
    kana,
    municipality: municipalityCode(municipality),
  }));

const hospitals = [
  ...ofKind('childrensHospital', [['kodomo', 'こども医療センター', 'こどもいりょうせんたー', '横浜市']]),
  ...ofKind('hospital', [
    ['shonan', '汐見市立病院', 'しおみしりつびょういん', '藤沢市'],
    ['minato', 'みなと坂総合病院', 'みなとざかそうごうびょういん', '横浜市'],
    ['tachibana', '多摩たちばな病院', 'たまたちばなびょういん', '川崎市'],
    ['keyaki', 'けやき台大学病院', 'けやきだいだいがくびょういん', '相模原市'],
    ['akane', '西湘あかね病院', 'せいしょうあかねびょういん', '小田原市'],
  ]),
];

const stations = ofKind(
  'visitingNursingStation',
  (
    [
      ['nozomi', 'のぞみ', 'のぞみ', '藤沢市'],
      ['aozora', 'あおぞら', 'あおぞら', '藤沢市'],
      ['kokage', 'こかげ', 'こかげ', '横浜市'],
      ['minamo', 'みなも', 'みなも', '横須賀市'],
      ['hinata', 'ひなた', 'ひなた', '川崎市'],
      ['tsukushi', 'つくし', 'つくし', '相模原市'],
      ['suzuran', 'すずらん', 'すずらん', '平塚市'],
      ['nagisa', 'なぎさ', 'なぎさ', '茅ヶ崎市'],
      ['komadori', 'こまどり', 'こまどり', '小田原市'],
      ['akebono', 'あけぼの', 'あけぼの', '厚木市'],
      ['sakuramichi', 'さくらみち', 'さくらみち', '大和市'],
      ['yurikago', 'ゆりかご', 'ゆりかご', '鎌倉市'],
      ['takenoko', 'たけのこ', 'たけのこ', '秦野市'],
      ['hoshizora', 'ほしぞら', 'ほしぞら', '海老名市'],
    ] satisfies Line[]
  ).map(
    ([id, name, kana, municipality]): Line => [
      id,
      `${name}訪問看護ステーション`,
      `${kana}ほうもんかんごすてーしょん`,
      municipality,
    ],
  ),
);

const clinics = ofKind('clinic', [
  ['hidamari', 'ひだまりクリニック', 'ひだまりくりにっく', '藤沢市'],
  ['momiji', 'もみじ小児科', 'もみじしょうにか', '横浜市'],
  ['kawasemi', 'かわせみ在宅診療所', 'かわせみざいたくしんりょうじょ', '川崎市'],
  ['harukaze', 'はるかぜ小児科', 'はるかぜしょうにか', '相模原市'],
  ['midori', 'みどりの森在宅クリニック', 'みどりのもりざいたくくりにっく', '厚木市'],
  ['namioto', 'なみおと診療所', 'なみおとしんりょうじょ', '横須賀市'],
  ['tsubaki', 'つばき小児クリニック', 'つばきしょうにくりにっく', '平塚市'],
  ['ohisama', 'おひさま在宅診療所', 'おひさまざいたくしんりょうじょ', '小田原市'],
  ['futaba', 'ふたばクリニック', 'ふたばくりにっく', '大和市'],
]);

const municipalities = ofKind('municipality', [
  ['shiomi', '汐見市', 'しおみし', '藤沢市'],
  ['yokohama', 'みなみ浜市', 'みなみはまし', '横浜市'],
  ['kawasaki', 'たま川市', 'たまがわし', '川崎市'],
  ['sagamihara', 'けやき原市', 'けやきはらし', '相模原市'],
  ['yokosuka', 'なぎ崎市', 'なぎさきし', '横須賀市'],
  ['hiratsuka', 'つばき塚市', 'つばきづかし', '平塚市'],
  ['kamakura', 'すず倉市', 'すずくらし', '鎌倉市'],
  ['fujisawa', 'あお沢市', 'あおさわし', '藤沢市'],
  ['odawara', 'みかん山市', 'みかんやまし', '小田原市'],
  ['chigasaki', 'しお風市', 'しおかぜし', '茅ヶ崎市'],
  ['atsugi', 'もみ木市', 'もみきし', '厚木市'],
  ['yamato', 'ふたば市', 'ふたばし', '大和市'],
]);

const others = [
  ...ofKind('consultationSupport', [
    ['soudan', '相談支援つばさ', 'そうだんしえんつばさ', '藤沢市'],
    ['nijiiro', '相談支援にじいろ', 'そうだんしえんにじいろ', '横浜市'],
    ['kakehashi', '相談支援かけはし', 'そうだんしえんかけはし', '相模原市'],
  ]),
  ...ofKind('school', [
    ['gakko', '汐見特別支援学校', 'しおみとくべつしえんがっこう', '藤沢市'],
    ['hibari', 'ひばりが丘特別支援学校', 'ひばりがおかとくべつしえんがっこう', '横浜市'],
    ['kunugi', 'くぬぎ特別支援学校', 'くぬぎとくべつしえんがっこう', '相模原市'],
  ]),
  ...ofKind('deviceVendor', [
    ['kiki', 'かもめ医療機器', 'かもめいりょうきき', '横浜市'],
    ['soyokaze', 'そよかぜ在宅酸素', 'そよかぜざいたくさんそ', '川崎市'],
  ]),
  ...ofKind('pharmacy', [['asagao', 'あさがお薬局', 'あさがおやっきょく', '藤沢市']]),
  ...ofKind('facility', [['hohoemi', '療育園ほほえみ', 'りょういくえんほほえみ', '茅ヶ崎市']]),
  ...ofKind('hub', [['kyoten', '小児在宅連携拠点', 'しょうにざいたくれんけいきょてん', '横浜市']]),
  ...ofKind('prefecture', [['ken', '県庁', 'けんちょう', '横浜市']]),
];

export const demoOrganisations: readonly DemoOrganisation[] = [
  ...hospitals,
  ...stations,
  ...clinics,
  ...municipalities,
  ...others,
].map((organisation, at) => ({ ...organisation, telephone: `045-000-${String(201 + at).padStart(4, '0')}` }));
