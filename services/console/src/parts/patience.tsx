import { useEffect, useState } from 'react';
import { useSpeech } from '../words/speech-context.tsx';

/** From here on the wait is worth a word of its own. */
const SLOW_MS = 5000;

/** What will stand there, in grey: of a page the place of its heading and of so many blocks, of a part of it blocks alone. */
type PatienceProps = { readonly look?: 'page' | 'board' | 'part' };

const blocks = { page: 3, board: 9, part: 2 } as const;

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
      {look !== 'part' && <div className="outline outline-title" />}
      {[...Array(blocks[look]).keys()].map(at => (
        <div key={at} className="outline" />
      ))}
    </div>
  );
}
