import { useEffect, useState } from 'react';
import { useSpeech } from '../words/speech-context.tsx';

/** From here on the wait is worth a word of its own. */
const SLOW_MS = 5000;

/** What a page will look like, in grey: the place of its heading and of so many blocks. */
type PatienceProps = { readonly look?: 'page' | 'board' };

/** Nothing for a moment, so that a quick load does not flicker; then the page's outline, and words when it takes long. */
export function Patience({ look = 'page' }: PatienceProps) {
  const { say } = useSpeech();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={`patience patience-${look}`}>
      <p role="status" className={isSlow ? 'muted' : 'hidden-visually'}>
        {say(isSlow ? 'common.slow' : 'common.loading')}
      </p>
      <div className="outline outline-title" />
      {[...Array(look === 'board' ? 9 : 3).keys()].map(at => (
        <div key={at} className="outline" />
      ))}
    </div>
  );
}
