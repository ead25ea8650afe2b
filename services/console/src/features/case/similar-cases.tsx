import { Link } from 'react-router';
import { isKana, toHiragana } from '../../parts/parse-kana.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { FoundCase } from '../search/search-result.tsx';
import { useSearch } from '../search/use-search.ts';

/** Fewer letters than this are read alike by half the board. */
const LEAST = 4;

/** Cases one may see with the same kana, while one types: the same child is not registered twice. */
export function SimilarCases({ kana }: { kana: string }) {
  const { say } = useSpeech();
  const wanted = toHiragana(kana);
  const { cards } = useSearch(isKana(wanted) && wanted.length >= LEAST ? wanted : '');
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
