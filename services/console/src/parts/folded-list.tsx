import type { ReactNode } from 'react';
import { useSpeech } from '../words/speech-context.tsx';

/** A list longer than this is folded: it would push everything below out of sight. */
const MOST_OPEN = 12;

type Props<Item> = {
  readonly items: readonly Item[];
  /** How many there are in all, where not every one is here. */
  readonly count?: number;
  readonly draw: (item: Item) => ReactNode;
};

/** A list in the order of its file, folded where it is long. */
export function FoldedList<Item>({ items, count = items.length, draw }: Props<Item>) {
  const { say } = useSpeech();
  const list = (
    <ul className="content-list">
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shown in the order of the file
        <li key={at}>{draw(item)}</li>
      ))}
    </ul>
  );
  if (items.length <= MOST_OPEN) return list;
  return (
    <details>
      <summary>{say('draft.more', { n: count })}</summary>
      {list}
    </details>
  );
}
