import { type Drafted, type Field, labelOf, type Place, placesOf } from './compose.ts';
import { MADE_ON } from './form.ts';
import type { Known } from './known.ts';
import type { Line, Paper } from './paper.ts';
import type { Template } from './templates/template.ts';

/** What stands otherwise now than on a paper: something new, something else, or nothing where there was something. */
export type Change = { readonly label: string; readonly how: 'added' | 'changed' | 'gone' };

/** An entry that was taken back, and the entry by which that happened. */
export type TakenBack = { readonly entry: Known['entries'][number]; readonly bySeq: number };

type Taken = {
  readonly fields: readonly Field[];
  readonly takenBack: readonly TakenBack[];
  /** Newest entry of the case when it was taken. */
  readonly version: number;
};

/**
 * Places of a document that say something else than when it was taken with a number as the newest: by records that came
 * since, and by records that stood on it and were taken back since.
 */
export function changedSince(template: Template, known: Known, { fields, takenBack, version }: Taken): string[] {
  const since = fields.filter(({ from }) => from.some(({ seq }) => seq > version)).map(({ label }) => label);
  const gone = takenBack.filter(({ entry, bySeq }) => bySeq > version && entry.event.seq <= version);
  return [...new Set([...since, ...placesTold(template, known, gone)])];
}

/** Places that entries would have told, had they not been taken back. */
function placesTold(template: Template, known: Known, gone: readonly TakenBack[]): string[] {
  if (gone.length === 0) return [];
  const seqs = new Set(gone.map(({ entry }) => entry.event.seq));
  const entries = [...known.entries, ...gone.map(({ entry }) => entry)].sort((a, b) => a.event.seq - b.event.seq);
  return placesOf(template.compose({ ...known, entries }).blocks)
    .filter(place => known.reads(place.category) && place.from.some(({ seq }) => seqs.has(seq)))
    .map(labelOf);
}

/**
 * What a paper that is kept says otherwise than the same composed now, place by place, as far as the reader reads it: what
 * came, what is said otherwise and what was taken back.
 */
export function changesTo({ paper: kept }: Drafted, { paper: now }: Drafted, reads: Known['reads']): Change[] {
  const [before, after] = [textsOf(kept, reads), textsOf(now, reads)];
  const changes = [...new Set([...before.keys(), ...after.keys()])].flatMap((key): Change[] => {
    const [was, is] = [before.get(key), after.get(key)];
    const label = (is ?? was)?.label ?? '';
    if (was?.text === is?.text || label === MADE_ON) return [];
    if (!was?.isRecorded && is?.isRecorded) return [{ label, how: 'added' }];
    return was?.isRecorded && !is?.isRecorded ? [{ label, how: 'gone' }] : [{ label, how: 'changed' }];
  });
  return changes.filter(
    ({ label, how }, at) => changes.findIndex(one => one.label === label && one.how === how) === at,
  );
}

type Said = { readonly label: string; readonly text: string; readonly isRecorded: boolean };

/** What stands in each place; of several of one name, each by its turn. */
function textsOf({ blocks }: Paper, reads: Known['reads']): Map<string, Said> {
  const texts = new Map<string, Said>();
  const counts = new Map<string, number>();
  for (const place of placesOf(blocks).filter(({ category }) => reads(category))) {
    const label = labelOf(place);
    const nth = (counts.get(label) ?? 0) + 1;
    counts.set(label, nth);
    texts.set(`${label} ${nth}`, { label, text: textOf(place), isRecorded: place.isRecorded });
  }
  return texts;
}

const textOf = (place: Place): string =>
  ('kind' in place ? place.rows.map(row => row.map(said).join('\t')) : place.lines.map(said)).join('\n');

const said = (line: Line): string =>
  line.map(part => (typeof part === 'string' ? part : `${part.isChosen ? '■' : '□'}${part.label}`)).join('');
