import { Link } from 'react-router';
import { useSpeech } from '../words/speech-context.tsx';
import { usePageTitle } from './page-title.ts';
import { useWorkplace } from './workplace.tsx';

/** Not there, or not yours: the same page, so that nothing is revealed. */
export function MissingPage() {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  usePageTitle(say('missing.title'));
  return (
    <div className="page narrow stack">
      <h1>{say('missing.title')}</h1>
      <p>{say(me.abilities.family ? 'missing.toFamily' : 'missing.text')}</p>
      <p className="row">
        <Link className="button" to="/">
          {say('fault.home')}
        </Link>
        {me.abilities.board && (
          <Link className="button" to="/search">
            {say('nav.search')}
          </Link>
        )}
      </p>
    </div>
  );
}
