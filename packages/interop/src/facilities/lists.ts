import type { Words } from '@kaerimichi/discharge';

/** A public list: who publishes it, and the line that stands beside whatever is shown of it. */
export type List = { readonly id: string; readonly name: Words; readonly publisher: string; readonly credit: string };

const list = (id: string, ja: string, en: string, publisher: string, credit: string): List => ({
  id,
  name: { ja, en },
  publisher,
  credit,
});

export const lists: readonly List[] = [
  list(
    'wamnet',
    '障害福祉サービス等事業所(WAM NET)',
    'Disability services (WAM NET)',
    '独立行政法人福祉医療機構',
    '出典:独立行政法人福祉医療機構(WAM NET)障害福祉サービス等情報公表システムデータ',
  ),
  list(
    'kaigo',
    '介護サービス事業所',
    'Care services',
    '厚生労働省',
    '出典:厚生労働省 介護サービス情報公表システムデータ(CC BY 4.0)',
  ),
  list(
    'iryoNet',
    '医療情報ネットの医療機関',
    'Medical institutions (医療情報ネット)',
    '厚生労働省',
    '出典:厚生労働省 医療情報ネットのオープンデータを加工',
  ),
  list(
    'hospitalsWithBeds',
    '病院(病床数つき)',
    'Hospitals with their beds',
    '厚生労働省',
    '出典:厚生労働省 医療情報ネットのオープンデータを加工',
  ),
  list(
    'institutionCodes',
    '保険医療機関コード',
    'Codes of medical institutions',
    '地方厚生局',
    '出典:地方厚生局「コード内容別医療機関一覧表」を加工(政府標準利用規約)',
  ),
  list(
    'facilityStandards',
    '施設基準の届出',
    'Facility standards notified',
    '地方厚生局',
    '出典:地方厚生局「施設基準の届出受理状況」を加工(政府標準利用規約)',
  ),
  list('bedFunctions', '病床機能報告', 'Bed functions', '神奈川県', '出典:神奈川県「病床機能報告」'),
  list(
    'visitingNursing',
    '訪問看護ステーション',
    'Visiting nursing stations',
    '厚生労働省',
    '出典:厚生労働省 介護サービス情報公表システムデータ(訪問看護)を加工(CC BY 4.0)',
  ),
  list(
    'municipalFacilities',
    '自治体の施設(自治体標準)',
    'Facilities of a municipality',
    '自治体',
    '出典:自治体のオープンデータ',
  ),
  list('municipalDesks', '自治体の相談窓口', 'Help desks of a municipality', '自治体', '出典:自治体のオープンデータ'),
  list('healthWelfareCentres', 'すこやか福祉センター', 'Health and welfare centres', '中野区', '出典:中野区'),
  list('mobilitySupport', '移動支援事業所', 'Mobility support', '大阪市', '出典:大阪市'),
  list(
    'evacuationShelters',
    '指定避難所',
    'Evacuation shelters',
    '国土地理院',
    '出典:国土地理院「指定緊急避難場所・指定避難所データ」を加工',
  ),
  list(
    'emergencySites',
    '指定緊急避難場所',
    'Emergency evacuation sites',
    '国土地理院',
    '出典:国土地理院「指定緊急避難場所・指定避難所データ」を加工',
  ),
];
