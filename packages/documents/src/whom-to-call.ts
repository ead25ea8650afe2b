import { contacts } from './child.ts';
import { type Told, table } from './form.ts';
import type { Known } from './known.ts';
import type { Line, Table } from './paper.ts';

/** 連絡先 by urgency, in large type: what is looked for first on every paper that somebody carries. */
export function whomToCall(known: Known): Table {
  const parts: readonly (readonly [string, Told])[] = [
    ['緊急のとき', contacts(known, 'emergencyRoute')],
    ['夜間・休日', contacts(known, 'night')],
    ['日中', contacts(known, 'day')],
  ];
  const toRow = ([when, { lines }]: readonly [string, Told]): Line[] => [[when], [lines.flat().join(' / ')]];
  const told = parts.flatMap(([, { from: origins }]) => origins);
  return table({
    title: '連絡先',
    head: ['いつ', 'だれに'],
    widths: [1, 3.4],
    rows: parts.map(toRow),
    category: 'contacts',
    from: told,
    isRecorded: told.length > 0,
    isLarge: true,
  });
}
