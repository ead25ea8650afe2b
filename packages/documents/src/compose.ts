import { type Category, codeWords } from '@kaerimichi/discharge';
import { shortDay, table } from './form.ts';
import type { Known } from './known.ts';
import type { Block, Cell, Origin, Paper, Table } from './paper.ts';
import type { Template } from './templates/template.ts';

/** One place of a document: whether what is recorded fills it, and by which records. */
export type Field = { readonly label: string; readonly isRecorded: boolean; readonly from: readonly Origin[] };

/** Whether a category is read whole. */
type Reads = Known['reads'];

export type Composed = {
  readonly paper: Paper;
  readonly fields: readonly Field[];
  /** Categories of what was left out, since whoever prints is not told it. */
  readonly withheld: readonly Category[];
};

/**
 * A document from what is recorded, as far as whoever prints may know it: what is not recorded is a place to write in by
 * hand, what may not be known is left out and said so in one line. Which records it says what from stands at its end.
 */
export const composeDocument = (template: Template, known: Known): Composed =>
  tellDocument(draftDocument(template, known), known.reads);

/** A document as it can be kept: what whoever made it knew, and which categories that left out. */
export type Drafted = { readonly paper: Paper; readonly withheld: readonly Category[] };

export function draftDocument(template: Template, known: Known): Drafted {
  const whole = template.compose(known);
  return leaveOut({ paper: whole, withheld: [] }, known.reads);
}

/** A document as somebody may read it, with which records told what at its end. */
export function tellDocument(drafted: Drafted, reads: Reads): Composed {
  const { paper, withheld } = leaveOut(drafted, reads);
  const fields = placesOf(paper.blocks).map(toField);
  return { fields, withheld, paper: { ...paper, blocks: [...paper.blocks, ...saidBelow(paper, fields, withheld)] } };
}

function leaveOut({ paper, withheld: before }: Drafted, reads: Reads): Drafted {
  const isTold = ({ category }: { category: Category }) => reads(category);
  const left = placesOf(paper.blocks)
    .filter(place => !isTold(place))
    .map(({ category }) => category);
  const blocks = paper.blocks.flatMap(block => toldOf(block, isTold));
  return { withheld: [...new Set([...before, ...left])], paper: { ...paper, blocks } };
}

export type Place = Cell | Table;
type IsTold = (place: Place) => boolean;

/** Every place of a paper, in its order. */
export const placesOf = (blocks: readonly Block[]): Place[] =>
  blocks.flatMap((block): Place[] => {
    if (block.kind === 'rows') return block.rows.flat();
    return block.kind === 'table' ? [block] : [];
  });

export const labelOf = (place: Place): string => ('kind' in place ? place.title : place.label);

const toField = (place: Place): Field => ({
  label: labelOf(place),
  isRecorded: place.isRecorded,
  from: place.from,
});

function toldOf(block: Block, isTold: IsTold): Block[] {
  if (block.kind === 'table') return isTold(block) ? [block] : [];
  if (block.kind !== 'rows') return [block];
  const rows = block.rows.map(row => row.filter(isTold)).filter(row => row.length > 0);
  return rows.length > 0 ? [{ ...block, rows }] : [];
}

function saidBelow({ size }: Paper, fields: readonly Field[], withheld: readonly Category[]): Block[] {
  const left: Block[] = withheld.length > 0 ? [{ kind: 'remark', text: leftOut(withheld) }] : [];
  return [...left, ...(size === 'A5' ? newestRecord(fields) : sources(fields))];
}

const leftOut = (withheld: readonly Category[]): string =>
  `印刷した人に共有されていない項目(${withheld.map(one => codeWords[one]?.ja ?? one).join('、')})は、のせていません。`;

/** On a card there is room for the day of the newest record alone. */
function newestRecord(fields: readonly Field[]): Block[] {
  const newest = fields
    .flatMap(({ from }) => from)
    .map(({ on }) => on)
    .sort()
    .at(-1);
  return newest ? [{ kind: 'remark', text: `${shortDay(newest)}までの記録によります。` }] : [];
}

/** Each record once, with what it told. */
function sources(fields: readonly Field[]): Block[] {
  const bySeq = new Map<number, { origin: Origin; labels: string[] }>();
  for (const { label, from } of fields)
    for (const origin of from) {
      const known = bySeq.get(origin.seq) ?? { origin, labels: [] };
      if (!known.labels.includes(label)) known.labels.push(label);
      bySeq.set(origin.seq, known);
    }
  const all = [...bySeq.values()].sort((a, b) => a.origin.seq - b.origin.seq);
  if (all.length === 0) return [];
  return [
    table({
      title: 'もとになった記録',
      head: ['日', '記録', 'この紙のどこに'],
      widths: [1, 2.6, 4],
      rows: all.map(({ origin, labels }) => [[shortDay(origin.on)], [origin.label.ja], [labels.join('、')]]),
      category: 'plan',
    }),
  ];
}
