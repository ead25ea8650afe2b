import { useState } from 'react';
import { Link } from 'react-router';
import { usePageTitle } from '../../app/page-title.ts';
import { useWorkplace } from '../../app/workplace.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { FoundCase } from './search-result.tsx';
import { useRecentCases } from './use-recent-cases.ts';
import { useSearch } from './use-search.ts';

/** The search as a page: for phones, and for whoever looks for several. */
export function SearchPage() {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const [text, setText] = useState('');
  const { cards, more, isMissing, error } = useSearch(text);
  const recent = useRecentCases();
  usePageTitle(say('nav.search'));
  return (
    <div className="page narrow stack">
      <h1>{say('nav.search')}</h1>
      <TextField
        label={say('search.label')}
        hint={say('search.hint')}
        value={text}
        onChange={setText}
        input={{ type: 'search', autoComplete: 'off' }}
      />
      <ProblemNote error={error} />
      <p role="status" className="small muted">
        {isMissing ? say('search.none') : cards.length > 0 ? say('search.count', { n: cards.length }) : ''}
      </p>
      {text.trim() === '' && recent.length > 0 && <h2>{say('search.recent')}</h2>}
      {me.abilities.resources && (
        <p>
          <Link to="/resources">{say('resources.title')}</Link>
        </p>
      )}
      <ul className="stack-tight">
        {(text.trim() === '' ? recent : cards).map(card => (
          <li key={card.id}>
            <Link className="panel result" to={`/cases/${card.id}`}>
              <FoundCase card={card} />
            </Link>
          </li>
        ))}
      </ul>
      {more && <p className="muted">{say('search.more')}</p>}
    </div>
  );
}
