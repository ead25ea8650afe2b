import { type Card, sortKeys } from '@kaerimichi/contracts';
import { byDeadline } from './placing.ts';

export type SortKey = (typeof sortKeys)[number];
export type Sort = { readonly by: SortKey; readonly isDown: boolean };

/** Order from the list's URL (`?sort=-age`); the earliest deadline first where none is named. */
export function readSort(text: string | null): Sort {
  const isDown = text?.startsWith('-') ?? false;
  const name = isDown ? text?.slice(1) : text;
  return { by: sortKeys.find(key => key === name) ?? 'due', isDown };
}

/** The URL's word for the order after a press on a heading: up at first, down at the second press. */
export function pressSort({ by, isDown }: Sort, pressed: SortKey): string {
  return pressed === by && !isDown ? `-${pressed}` : pressed;
}

/** The URL's word for an order. */
export const sortWord = ({ by, isDown }: Sort): string => (isDown ? `-${by}` : by);

/** What of a card people read, where it is more than the card itself. */
export type SortWords = {
  readonly stageAt: (stage: string) => number;
  readonly turn: (card: Card) => string;
  readonly orgName: (id: string) => string;
};

const collator = new Intl.Collator('ja', { numeric: true });

/** Cards in one order; equals stand by deadline, and cards without a value stand last either way. */
export function sortCards(cards: Iterable<Card>, { by, isDown }: Sort, words: SortWords): Card[] {
  const value = (card: Card): string | number | undefined => {
    if (by === 'no') return card.no;
    if (by === 'name') return card.name ?? card.initial;
    if (by === 'age') return card.age;
    if (by === 'stage') return words.stageAt(card.stage);
    if (by === 'lead') return words.orgName(card.lead);
    if (by === 'turn') return card.turn && words.turn(card);
    if (by === 'done') return card.cond.all === 0 ? undefined : card.cond.done / card.cond.all;
    return card.due?.on;
  };
  const sign = isDown ? -1 : 1;
  return [...cards].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === undefined || y === undefined)
      return Number(x === undefined) - Number(y === undefined) || byDeadline(a, b);
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y));
    return sign * order || byDeadline(a, b);
  });
}
