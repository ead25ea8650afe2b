import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { useToday } from '../../app/workplace.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { FoundCase } from '../search/search-result.tsx';
import { type ComparedInput, comparedChild } from './compared-child.ts';

/** Between keystrokes nobody is asked. */
const PAUSE_MS = 300;

/** Cases one may see that may be of this child, while one types: the same child is not registered twice. */
export function SimilarCases({ input }: { input: ComparedInput }) {
  const { say } = useSpeech();
  const api = useApi();
  const today = useToday();
  const child = useRested(JSON.stringify(comparedChild(input, today)));
  const found = useQuery({
    queryKey: ['similar', child],
    enabled: child !== 'null',
    queryFn: ({ signal }) => api.call(routes.similarCases, { body: JSON.parse(child), signal }),
  });
  const cards = found.data?.cards ?? [];
  return (
    <div role="status">
      {cards.length > 0 && (
        <div className="note-soon stack-tight">
          <p>{say('register.similar')}</p>
          <ul>
            {cards.slice(0, 5).map(card => (
              <li key={card.id}>
                <Link className="row" to={`/cases/${card.id}`}>
                  <FoundCase card={card} />
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** A text once it has not changed for a moment. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
