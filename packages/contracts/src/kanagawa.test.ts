import { expect, it } from 'vitest';
import { municipalityOf } from './kanagawa.ts';

it.each([
  ['253-0000 神奈川県 茅ヶ崎市 海岸通1-2', '茅ヶ崎市'],
  ['〒253−0000 茅ヶ崎市海岸通1-2', '茅ヶ崎市'],
  ['２５３０００１\u3000神奈川県横浜市\u3000中区 山下町1', '横浜市中区'],
  ['神奈川県足柄上郡中井町比奈窪', '中井町'],
  ['神奈川県 大和市', '大和市'],
  // Another prefecture has a 大和町; a city is not a ward; an invented city is none.
  ['宮城県黒川郡大和町', undefined],
  ['東京都 大和市', undefined],
  ['神奈川県 横浜市', undefined],
  ['神奈川県 汐見市 港町1', undefined],
  ['', undefined],
])('an address is in the municipality that it names: %s', (address, name) => {
  expect(municipalityOf(address)?.name).toBe(name);
});
