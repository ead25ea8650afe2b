import { kanagawa } from '@kaerimichi/contracts';
import { municipalitiesWithin, municipalityName } from '@kaerimichi/interop';
import { expect, it } from 'vitest';

/** A child lives in a ward of these. */
const divided = ['横浜市', '川崎市', '相模原市'];

it('names every municipality and ward of Kanagawa by the code and name that lists have, with a reading', () => {
  const listed = municipalitiesWithin('14').map(code => ({ code, name: municipalityName(code) ?? '' }));
  expect(kanagawa.map(({ code, name }) => ({ code, name }))).toEqual(
    listed.filter(({ name }) => !divided.includes(name)),
  );
  expect(kanagawa).toHaveLength(58);
  expect(kanagawa.filter(({ reading }) => !/^[ぁ-ん]{2,}(し|く|まち|むら)$/.test(reading))).toEqual([]);
});
