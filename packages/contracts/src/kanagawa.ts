/**
 * Municipalities of Kanagawa, of its three large cities the wards, with their readings: `142051 藤沢市 ふじさわし`. Codes
 * and names as `packages/interop/src/municipality-names.ts` has them (code4fukui/localgovjp, CC0), readings as Japan Post
 * publishes them with its post codes.
 */
const listed = `
141011 横浜市鶴見区 よこはましつるみく
141020 横浜市神奈川区 よこはましかながわく
141038 横浜市西区 よこはましにしく
141046 横浜市中区 よこはましなかく
141054 横浜市南区 よこはましみなみく
141062 横浜市保土ケ谷区 よこはましほどがやく
141071 横浜市磯子区 よこはましいそごく
141089 横浜市金沢区 よこはましかなざわく
141097 横浜市港北区 よこはましこうほくく
141101 横浜市戸塚区 よこはましとつかく
141119 横浜市港南区 よこはましこうなんく
141127 横浜市旭区 よこはましあさひく
141135 横浜市緑区 よこはましみどりく
141143 横浜市瀬谷区 よこはましせやく
141151 横浜市栄区 よこはましさかえく
141160 横浜市泉区 よこはましいずみく
141178 横浜市青葉区 よこはましあおばく
141186 横浜市都筑区 よこはましつづきく
141313 川崎市川崎区 かわさきしかわさきく
141321 川崎市幸区 かわさきしさいわいく
141330 川崎市中原区 かわさきしなかはらく
141348 川崎市高津区 かわさきしたかつく
141356 川崎市多摩区 かわさきしたまく
141364 川崎市宮前区 かわさきしみやまえく
141372 川崎市麻生区 かわさきしあさおく
141518 相模原市緑区 さがみはらしみどりく
141526 相模原市中央区 さがみはらしちゅうおうく
141534 相模原市南区 さがみはらしみなみく
142018 横須賀市 よこすかし
142034 平塚市 ひらつかし
142042 鎌倉市 かまくらし
142051 藤沢市 ふじさわし
142069 小田原市 おだわらし
142077 茅ヶ崎市 ちがさきし
142085 逗子市 ずしし
142107 三浦市 みうらし
142115 秦野市 はだのし
142123 厚木市 あつぎし
142131 大和市 やまとし
142140 伊勢原市 いせはらし
142158 海老名市 えびなし
142166 座間市 ざまし
142174 南足柄市 みなみあしがらし
142182 綾瀬市 あやせし
143014 葉山町 はやままち
143219 寒川町 さむかわまち
143413 大磯町 おおいそまち
143421 二宮町 にのみやまち
143618 中井町 なかいまち
143626 大井町 おおいまち
143634 松田町 まつだまち
143642 山北町 やまきたまち
143669 開成町 かいせいまち
143821 箱根町 はこねまち
143839 真鶴町 まなづるまち
143847 湯河原町 ゆがわらまち
144011 愛川町 あいかわまち
144029 清川村 きよかわむら
`;

export type Municipality = { readonly code: string; readonly name: string; readonly reading: string };

/** Where a child of this network may live, in the order of the codes. */
export const kanagawa: readonly Municipality[] = listed
  .trim()
  .split('\n')
  .map(line => {
    const [code = '', name = '', reading = ''] = line.split(' ');
    return { code, name, reading };
  });

/**
 * The municipality in which an address as a file writes it lies: `253-0000 神奈川県 茅ヶ崎市 海岸通1-2`, `足柄上郡中井町`;
 * null: none of this prefecture, as of an address that names another, or a city without its ward.
 */
export function municipalityOf(address: string): Municipality | null {
  const [, place = ''] =
    /^〒?(?:\d{3}-?\d{4})?(?:日本)?(?:神奈川県)?(?:[^市区町村]{1,4}郡)?(.*)$/u.exec(plain(address)) ?? [];
  return kanagawa.find(({ name }) => place.startsWith(name)) ?? null;
}

/** As it is compared: full-width digits and hyphens as the narrow ones, without spaces. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/\s/gu, '')
    .replace(/^(〒?\d{3})[‐–—−ー]/u, '$1-');
