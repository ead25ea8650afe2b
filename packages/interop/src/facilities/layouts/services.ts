import { codeOf } from '../clean-text.ts';
import { type FacilityRead, refuse } from '../facility.ts';
import type { Cells } from '../header.ts';
import { kindOfService } from '../kind-of-service.ts';
import { toFacility } from '../to-facility.ts';
import type { TableLayout } from './table-layout.ts';

const NUMBER_DIGITS = 10;
const noNumber = refuse('number', '事業所番号がありません。', 'It has no number.');

/** A figure that a list gives as text, or the text where it says more (`10人`, `各10`). */
export const figure = (text: string): string | number | null =>
  /^\d+(?:\.0)?$/.test(text) ? Number(text) : text === '' ? null : text;

/** WAM NET: one row a place, several of which may have one official number; `NO` alone is given twice. */
export const wamnet: TableLayout = {
  list: 'wamnet',
  needs: ['NO', '指定機関名', 'サービス種別', '事業所の名称', '事業所番号', '事業所住所(市区町村)'],
  read(cells) {
    const number = codeOf(cells('事業所番号'), NUMBER_DIGITS);
    const own = cells('NO');
    if (number === null) return noNumber;
    const service = cells('サービス種別');
    return toFacility({
      list: 'wamnet',
      number: `${number} ${own} ${service}`,
      kind: kindOfService(service),
      name: cells('事業所の名称'),
      kana: cells('事業所の名称_かな'),
      address: `${cells('事業所住所(市区町村)')}${cells('事業所住所(番地以降)')}`,
      phone: cells('事業所電話番号'),
      latitude: cells('事業所緯度'),
      longitude: cells('事業所経度'),
      details: {
        service,
        operator: cells('法人の名称'),
        capacity: figure(cells('定員')),
        hours: cells('利用可能な時間帯(平日)'),
        note: cells('利用可能曜日特記事項'),
        fax: cells('事業所FAX番号'),
      },
    });
  },
};

/** 介護サービス情報公表システム: 訪問看護 (jigyosho_130), 福祉用具貸与 and every other service in one layout. */
export const kaigo: TableLayout = {
  list: 'kaigo',
  needs: ['都道府県名', '市区町村名', '事業所名', 'サービスの種類', '住所', '事業所番号'],
  read(cells) {
    const number = codeOf(cells('事業所番号') || cells('No'), NUMBER_DIGITS);
    if (number === null) return noNumber;
    const service = cells('サービスの種類');
    return toFacility({
      list: 'kaigo',
      number: `${number} ${service}`,
      kind: kindOfService(service),
      name: cells('事業所名'),
      kana: cells('事業所名カナ'),
      address: addressIn(cells),
      prefecture: number.slice(0, 2),
      municipality: cells('都道府県コード又は市町村コード', '都道府県コード又は市区町村コード'),
      phone: cells('電話番号'),
      latitude: cells('緯度'),
      longitude: cells('経度'),
      details: {
        service,
        operator: cells('法人の名称'),
        capacity: figure(cells('定員')),
        hours: cells('利用可能曜日'),
        note: cells('利用可能曜日特記事項'),
        fax: cells('FAX番号'),
      },
    });
  },
};

/** An address without its municipality gets it; a building that the address ends with already stands once. */
function addressIn(cells: Cells): string {
  const [address, building, city] = [cells('住所'), cells('方書'), cells('市区町村名')];
  const whole = building !== '' && !address.includes(building) ? `${address} ${building}` : address;
  return whole.includes(city) || /^.{2,3}[都道府県]/.test(whole) ? whole : `${city}${whole}`;
}

/** 移動支援 of a city: marks say whom it is for. */
export const mobilitySupport: TableLayout = {
  list: 'mobilitySupport',
  needs: ['事業所番号', '事業所名称', '事業所電話番号', '事業所所在地', '主たる対象者:障がい児'],
  read(cells): FacilityRead {
    const number = codeOf(cells('事業所番号'), NUMBER_DIGITS);
    if (number === null) return noNumber;
    const targets = ['身体', '知的', '精神', '障がい児'].filter(name => cells(`主たる対象者:${name}`) !== '');
    return toFacility({
      list: 'mobilitySupport',
      number,
      kind: 'mobilitySupport',
      name: cells('事業所名称'),
      address: cells('事業所所在地'),
      phone: cells('事業所電話番号'),
      details: {
        service: '移動支援',
        operator: cells('法人名称'),
        targets,
        fax: cells('事業所FAX番号'),
        postCode: cells('事業所郵便番号'),
      },
    });
  },
};
