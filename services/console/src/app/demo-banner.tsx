import { Link, useLocation } from 'react-router';
import { usePlace } from '../api/queries.ts';
import { useSpeech } from '../words/speech-context.tsx';
import './demo-banner.css';

/** On every screen of the demo: that it is one, and the way to where one chooses who to be. */
export function DemoBanner() {
  const { say } = useSpeech();
  const place = usePlace();
  const { pathname } = useLocation();
  return (
    <aside className="demo-banner" aria-label={say('shell.demoLabel')}>
      <p>
        {say('shell.demo')}{' '}
        {place.data?.demoStart && pathname !== '/demo' && <Link to="/demo">{say('demo.toStart')}</Link>}
      </p>
    </aside>
  );
}
