import type { Card } from '@kaerimichi/contracts';
import { Link } from 'react-router';
import { useSelected } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { CaseName } from '../../parts/case-name.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { boardColumns } from '../board/columns.ts';
import './search.css';

type Props = { readonly card: Card; readonly isSelected: boolean; readonly onGo: (path: string) => void };

/** Number, name, age, stage and lead of one case, as an option of the list. */
export function SearchResult({ card, isSelected, onGo }: Props) {
  const path = `/cases/${card.id}`;
  return (
    <Link
      id={`search-${card.id}`}
      role="option"
      aria-selected={isSelected}
      tabIndex={-1}
      className="result"
      to={path}
      ref={option => {
        if (isSelected) option?.scrollIntoView({ block: 'nearest' });
      }}
      onClick={event => {
        if (event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        onGo(path);
      }}
    >
      <FoundCase card={card} />
    </Link>
  );
}

/** What a found case says of itself. */
export function FoundCase({ card }: { card: Card }) {
  const { live, pathway } = useWorkplace();
  const orgs = useSelected(live.board, state => state.orgs);
  const speech = useSpeech();
  const stage = pathway.stages.find(({ id }) => id === card.stage);
  const column = boardColumns(pathway, speech).find(({ id }) => id === card.column);
  return (
    <>
      <CaseName card={card} />
      <span className="small muted">
        {column && <span className="column-number">{column.number}</span>} {stage ? speech.pick(stage.label) : ''}{' '}
        {orgs[card.lead] ?? ''}
      </span>
    </>
  );
}
