import { type ReactNode, useEffect } from 'react';
import './option-list.css';

type Props<Item> = {
  /** The field's `aria-controls`; its `aria-activedescendant` is `${id}-${at}`. */
  readonly id: string;
  readonly label: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** The one that Enter would choose. */
  readonly at: number;
  /** The one that is chosen already. */
  readonly isChosen?: (item: Item) => boolean;
  readonly onChoose: (item: Item) => void;
  readonly children: (item: Item) => ReactNode;
  readonly className?: string;
};

/** What a field offers below it while one types: walked through by the field's keys, chosen by Enter or by a press. */
export function OptionList<Item>(props: Props<Item>) {
  const { id, label, items, keyOf, at, isChosen, onChoose, children, className = '' } = props;
  useEffect(() => {
    // Answers with a promise in some browsers, which is no clean-up.
    void document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);
  return (
    <div id={id} role="listbox" className={`option-list ${className}`} aria-label={label}>
      {items.map((item, index) => (
        <div
          key={keyOf(item)}
          id={`${id}-${index}`}
          role="option"
          data-value={keyOf(item)}
          data-active={index === at || undefined}
          aria-selected={isChosen ? isChosen(item) : index === at}
          tabIndex={-1}
          // Before the field loses the focus.
          onMouseDown={event => {
            event.preventDefault();
            onChoose(item);
          }}
        >
          {children(item)}
        </div>
      ))}
    </div>
  );
}
