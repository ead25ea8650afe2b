import type { SeenCard } from '@kaerimichi/access';
import { ageWords, carrierKinds, type ListColumn } from '@kaerimichi/contracts';
import { codeWords, type Language, type Words } from '@kaerimichi/discharge';

/** What the columns of the list say it with: words of the pathway, and the organisations that cards name. */
export type LineWords = {
  readonly language: Language;
  /** Label of a stage, and what the next step asks for. */
  readonly stage: (id: string) => Words | undefined;
  readonly todo: (id: string) => Words | undefined;
  readonly orgs: ReadonlyMap<string, { readonly name: string; readonly kind: string }>;
};

/** The list of the board as lines of cells, the heads first: as much of each card as its viewer sees, and no more. */
export function boardLines(cards: readonly SeenCard[], wanted: readonly ListColumn[], words: LineWords): string[][] {
  const { language } = words;
  const heads = [...(['no', 'name'] as const), ...wanted].map(column => headWords[column][language]);
  return [heads, ...cards.map(card => [card.no, nameOf(card, language), ...wanted.map(cellOf(card, words))])];
}

const cellOf = (card: SeenCard, words: LineWords) => (column: ListColumn) => cells[column](card, words);

type Cell = (card: SeenCard, words: LineWords) => string;

const cells: Readonly<Record<ListColumn, Cell>> = {
  age: ({ age, expectedOn }, { language }) =>
    age !== undefined ? ageWords(age, language) : expectedOn ? `${due[language]} ${expectedOn}` : '',
  stage: ({ stage }, { stage: labelOf, language }) => labelOf(stage)?.[language] ?? stage,
  next: ({ next }, { todo, language }) => (next === null ? '' : (todo(next)?.[language] ?? next)),
  turn: ({ turn, lead }, words) =>
    turn ? `${words.orgs.get(turn.org ?? lead)?.name ?? ''} ${wordOf(turn.role, words)}`.trim() : '',
  due: card => card.due?.on ?? '',
  // Not `5/8`, which spreadsheets take for a day.
  done: ({ cond: { done, all } }, { language }) =>
    all === 0 ? '' : language === 'ja' ? `${all}のうち${done}` : `${done} of ${all}`,
  hold: ({ holds }, words) => joined(holds.map(({ code }) => wordOf(code, words))),
  need: ({ needs }, words) => joined(needs.map(need => wordOf(need, words))),
  lead: ({ lead }, { orgs }) => orgs.get(lead)?.name ?? '',
  owners: ({ owners }, { orgs }) => joined(owners.map(org => orgs.get(org)?.name ?? '')),
  station: (card, words) => carriers(card, carrierKinds.station, words),
  town: (card, words) => carriers(card, carrierKinds.town, words),
};

const joined = (words: readonly string[]) => words.filter(word => word !== '').join('、');
const wordOf = (code: string, { language }: LineWords) => codeWords[code]?.[language] ?? code;

const carriers = ({ owners }: SeenCard, kinds: readonly string[], { orgs }: LineWords): string =>
  joined(owners.flatMap(id => orgs.get(id) ?? []).flatMap(({ name, kind }) => (kinds.includes(kind) ? name : [])));

function nameOf({ name, initial, unnamed }: SeenCard, language: Language): string {
  const known = name ?? initial ?? '';
  if (!unnamed) return known;
  return known === '' ? noName[language] : `${known}(${noName[language]})`;
}

const w = (ja: string, en: string): Words => ({ ja, en });
const noName = w('名前未定', 'no name yet');
const due = w('(出生前)予定日', 'expected');

const headWords: Readonly<Record<ListColumn | 'no' | 'name', Words>> = {
  no: w('番号', 'Number'),
  name: w('名前', 'Name'),
  age: w('年齢', 'Age'),
  stage: w('段階', 'Stage'),
  next: w('次にすること', 'Next step'),
  turn: w('いまの番', 'Whose turn'),
  due: w('期限', 'Due'),
  done: w('条件', 'Conditions'),
  hold: w('止まっている理由', 'On hold for'),
  need: w('必要なケア', 'Care needs'),
  lead: w('主担当', 'Lead'),
  owners: w('担当', 'Carried by'),
  station: w('訪問看護ステーション', 'Visiting nursing station'),
  town: w('市町村', 'Municipality'),
};
