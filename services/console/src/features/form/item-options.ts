import type { CaseView, Pathway } from '@kaerimichi/contracts';
import { isFitting } from '@kaerimichi/discharge';
import { shortDay } from '../../words/dates.ts';
import type { Speech } from '../../words/words.ts';
import { withoutPlaces } from '../board/columns.ts';
import { type Item, isItem, itemsOf } from './items-of.ts';
import type { Choice, FieldSpec } from './schema.ts';
import { textOf, type Values } from './values.ts';

type Source = {
  readonly view: CaseView | null;
  readonly pathway: Pathway;
  /** Names of organisations by id. */
  readonly orgs: Readonly<Record<string, string>>;
  /** What the form holds so far: questions are those of the handoff chosen. */
  readonly values: Values;
  /** A day of another year is said with its year. */
  readonly today: string;
};

type Asked = Pick<FieldSpec & { kind: 'item' }, 'ref' | 'fits'>;

/** Items of a case that a field may name, said so that a person recognises them: what the pathway would refuse is not offered. */
export function itemOptions({ ref, fits }: Asked, source: Source, speech: Speech): Choice[] {
  if (ref === 'requirements')
    return source.pathway.requirements
      .filter(({ waivable }) => waivable !== 'no')
      .map(({ id, text }) => ({ value: id, label: withoutPlaces(speech.pick(text)) }));
  const [list = '', inner] = ref.split('.');
  const items = itemsOf(source.view, list).filter(item => isFitting(item, fits));
  const chosen = textOf(source.values[`${list.replace(/s$/, '')}Id`]);
  const shown = inner
    ? items.filter(item => chosen === '' || item.id === chosen).flatMap(item => innerItems(item, inner))
    : items;
  return shown.flatMap(item =>
    typeof item.id === 'string' ? [{ value: item.id, label: itemWords(item, source, speech) }] : [],
  );
}

const innerItems = (item: Item, name: string): Item[] => {
  const list = item[name];
  // A question is answered once.
  return Array.isArray(list) ? list.filter(isItem).filter(({ answered }) => answered !== true) : [];
};

const saidAsCode = ['kind', 'function', 'scope', 'purpose', 'code', 'state', 'status', 'answered'];
/** Days that tell one item from the next. */
export const saidAsDay = ['plannedOn', 'heldOn', 'from', 'to', 'dueOn', 'recheckOn', 'sentOn'];

/** Days that tell an item from the next, each once: what took place says more than when it was planned. */
function daysOf(item: Item): string[] {
  const names = saidAsDay.filter(name => name !== 'plannedOn' || item.heldOn === undefined);
  return [...new Set(names.flatMap(name => (typeof item[name] === 'string' ? [String(item[name])] : [])))];
}

/** `2 自宅 11/20(金) 11/22(日) 終わる · のぞみ訪問看護ステーション`: what makes one item different from the next. */
export function itemWords(
  item: Item,
  { orgs, view, today }: Pick<Source, 'orgs' | 'view' | 'today'>,
  speech: Speech,
): string {
  const { code, language, say } = speech;
  const members = view?.people.members ?? {};
  const isActionItem = typeof item.conference === 'string';
  const org = [item.org, item.recipient].find(id => typeof id === 'string');
  const owner = members[String(item.owner)]?.name ?? '';
  const parts = [
    (isActionItem && view?.itemTexts?.[String(item.id)]) || '',
    typeof item.ordinal === 'number' ? say('form.ordinal', { n: item.ordinal }) : '',
    typeof item.section === 'string' ? code('section', item.section) : '',
    typeof org === 'string' ? (orgs[org] ?? '') : '',
    ...saidAsCode.map(name => (typeof item[name] === 'string' ? code('item', String(item[name])) : '')),
    owner,
    ...daysOf(item).map(day => shortDay(day, language, today)),
  ];
  const words = parts.filter(part => part !== '').join(' ');
  return words === '' ? String(item.id) : words;
}
