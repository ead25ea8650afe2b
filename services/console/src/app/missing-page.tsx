import { Link } from 'react-router';
import { useSpeech } from '../words/speech-context.tsx';
import { usePageTitle } from './page-title.ts';

/** Not there, or not yours: the same page, so that nothing is revealed. */
export function MissingPage() {
  const { say } = useSpeech();
  usePageTitle(say('missing.title'));
  return (
    <div className="page narrow stack">
      <h1>{say('missing.title')}</h1>
      <p>{say('missing.text')}</p>
      <p className="row">
        <Link className="button" to="/">
          {say('fault.home')}
        </Link>
        <Link className="button" to="/search">
          {say('nav.search')}
        </Link>
      </p>
    </div>
  );
}
