import type { Card } from '@kaerimichi/contracts';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useSpeech } from '../../words/speech-context.tsx';
import { isComposing } from '../board/keys.ts';
import { SearchResult } from './search-result.tsx';
import { useRecentCases } from './use-recent-cases.ts';
import { useSearch } from './use-search.ts';

/** The field in the bar: type-ahead over the cases one may see. */
export function SearchField() {
  const { say } = useSpeech();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const found = useSearch(text);
  const recent = useRecentCases();
  const isEmpty = text.trim() === '';
  const cards = isEmpty ? recent : found.cards;
  const isMissing = !isEmpty && found.isMissing;
  const chosen = cards[at];
  const isListShown = isOpen && (cards.length > 0 || isMissing);

  const go = (path: string) => {
    setOpen(false);
    setText('');
    void navigate(path);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: closes the list when the focus leaves field and list
    <div
      className="bar-search"
      ref={box}
      onBlur={event => {
        if (!box.current?.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <input
        id="search-field"
        className="input"
        type="search"
        role="combobox"
        aria-label={say('search.label')}
        aria-expanded={isListShown}
        aria-controls="search-results"
        aria-autocomplete="list"
        aria-activedescendant={isListShown && chosen ? `search-${chosen.id}` : undefined}
        placeholder={say('search.placeholder')}
        autoComplete="off"
        value={text}
        onFocus={() => setOpen(true)}
        onChange={event => {
          setText(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onKeyDown={event => {
          if (isComposing(event.nativeEvent)) return;
          // The first Escape closes the list and leaves what was typed; the browser's own would empty the field.
          if (event.key === 'Escape' && isListShown) {
            event.preventDefault();
            setOpen(false);
          }
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, cards.length - 1));
          if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
          if (event.key.startsWith('Arrow')) event.preventDefault();
          if (event.key === 'Enter' && chosen) go(`/cases/${chosen.id}`);
        }}
      />
      {isListShown && <Results {...{ cards, at, isEmpty, isMissing, go }} />}
    </div>
  );
}

type ResultsProps = {
  readonly cards: readonly Card[];
  /** Which one Enter opens. */
  readonly at: number;
  readonly isEmpty: boolean;
  readonly isMissing: boolean;
  readonly go: (path: string) => void;
};

function Results({ cards, at, isEmpty, isMissing, go }: ResultsProps) {
  const { say } = useSpeech();
  return (
    <div className="results">
      {isEmpty && (
        <p className="results-note small muted" aria-hidden="true">
          {say('search.recent')}
        </p>
      )}
      {isMissing && (
        <p className="results-note muted" role="status">
          {say('search.none')}
        </p>
      )}
      <div id="search-results" role="listbox" aria-label={say(isEmpty ? 'search.recent' : 'search.results')}>
        {cards.map((card, index) => (
          <SearchResult key={card.id} card={card} isSelected={index === at} onGo={go} />
        ))}
      </div>
    </div>
  );
}
