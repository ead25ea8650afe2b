import { kindOfService } from '../kind-of-service.ts';
import { municipalityCode, prefectureName } from '../municipality-of.ts';
import { toFacility } from '../to-facility.ts';
import { figure } from './services.ts';
import type { TableLayout } from './table-layout.ts';

/** 自治体標準オープンデータセット: facilities of any municipality. */
export const municipalFacilities: TableLayout = {
  list: 'municipalFacilities',
  needs: [
    ['都道府県コード又は市区町村コード', '全国地方公共団体コード', '都道府県コード又は市町村コード'],
    ['No', 'NO', 'ID'],
    '名称',
    ['名称_カナ', '名称(カナ)'],
    ['住所', '所在地_連結表記'],
  ],
  read(cells) {
    const code = municipalityCode(
      cells('都道府県コード又は市区町村コード', '全国地方公共団体コード', '都道府県コード又は市町村コード'),
    );
    const own = cells('No', 'NO', 'ID');
    const service = cells('分類', '種別', '施設種別', 'サービスの種類');
    const address = cells('住所', '所在地_連結表記');
    return toFacility({
      list: 'municipalFacilities',
      // Numbers are of one municipality and one of its lists.
      number: code === null || own === '' ? null : `${code} ${service} ${own}`,
      kind: kindOfService(service),
      name: cells('名称_通称') || cells('名称'),
      kana: cells('名称_通称') === '' || cells('名称_通称') === cells('名称') ? cells('名称_カナ', '名称(カナ)') : '',
      address: [address, cells('方書', '建物名等(方書)')].filter(Boolean).join(' '),
      prefecture: code?.slice(0, 2) ?? null,
      municipality: code ?? cells('市区町村名'),
      phone: cells('電話番号'),
      latitude: cells('緯度'),
      longitude: cells('経度'),
      details: {
        service,
        operator: cells('団体名', '法人名'),
        capacity: figure(cells('定員')),
        hours: cells('利用可能曜日'),
        note: cells('利用可能日時特記事項'),
        postCode: cells('郵便番号'),
      },
    });
  },
};

const POST_CODE = /〒?\s*(\d{3})-?(\d{4})\s*/;

/** Help desks as 中野区 lists them; the number 分類HCODE is of the class, no column is of the desk alone. */
export const municipalDesks: TableLayout = {
  list: 'municipalDesks',
  needs: ['NAME', 'NAMEKANA', 'ADDRESS', 'TEL', 'INFO', '分類'],
  read(cells) {
    const written = cells('ADDRESS').normalize('NFKC');
    const post = POST_CODE.exec(written);
    const service = cells('分類');
    return toFacility({
      list: 'municipalDesks',
      number: null,
      kind: kindOfService(service),
      name: cells('NAME'),
      kana: cells('NAMEKANA'),
      address: written.replace(POST_CODE, ''),
      phone: cells('TEL'),
      latitude: cells('緯度'),
      longitude: cells('経度'),
      details: {
        service,
        hours: cells('INFO'),
        note: cells('FIELD009'),
        fax: cells('FAX'),
        postCode: post ? `${post[1]}-${post[2]}` : null,
      },
    });
  },
};

/** すこやか福祉センター of 中野区: the column of names is called as what they are. */
export const healthWelfareCentres: TableLayout = {
  list: 'healthWelfareCentres',
  needs: ['すこやか福祉センター', '住所', '電話番号', '分類'],
  read: cells =>
    toFacility({
      list: 'healthWelfareCentres',
      number: null,
      kind: 'healthWelfareCentre',
      name: cells('すこやか福祉センター'),
      address: `${prefectureName('13')}${cells('住所')}`,
      phone: cells('電話番号'),
      latitude: cells('緯度'),
      longitude: cells('経度'),
      details: { service: cells('分類') },
    }),
};
