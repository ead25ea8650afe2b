import type { BareLayout, OtherTable } from './table-layout.ts';

export const postCodes: BareLayout = {
  isRow: cells =>
    cells.length === 15 &&
    /^\d{4,5}$/.test(cells[0] ?? '') &&
    /^\d{6,7}$/.test(cells[2] ?? '') &&
    cells.slice(9).every(cell => /^\d$/.test(cell)),
  holds: { ja: '郵便番号の一覧', en: 'a list of post codes' },
};

export const municipalityTable: OtherTable = {
  needs: ['pref', 'city', 'citykana', 'lgcode'],
  holds: { ja: '市区町村の一覧', en: 'a list of municipalities' },
};
