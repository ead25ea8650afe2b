import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { useWatchedPlace } from '../api/queries.ts';
import { longDay } from '../words/dates.ts';
import { useSpeech } from '../words/speech-context.tsx';
import './demo-banner.css';

/** On every screen of the demo: that it is one, to which day it was pushed, and the way to where one chooses who to be. */
export function DemoBanner() {
  const { say, language } = useSpeech();
  const place = useWatchedPlace();
  const { pathname } = useLocation();
  const pushedTo = place.data?.pushedTo;
  useOtherDay(pushedTo);
  return (
    <aside className="demo-banner" aria-label={say('shell.demoLabel')}>
      <p>
        {say('shell.demo')} {pushedTo && <strong>{say('shell.pushedTo', { day: longDay(pushedTo, language) })}</strong>}{' '}
        {place.data?.demoStart && pathname !== '/demo' && <Link to="/demo">{say('demo.toStart')}</Link>}
      </p>
    </aside>
  );
}

/** What was just asked, and what no day changes. */
const unchanging: readonly unknown[] = ['place', 'pathway', 'proof'];

/** What is shown was asked for on another day: it is asked for anew. */
function useOtherDay(pushedTo: string | null | undefined): void {
  const client = useQueryClient();
  const before = useRef(pushedTo);
  useEffect(() => {
    const isOther = before.current !== undefined && before.current !== pushedTo;
    before.current = pushedTo;
    if (isOther) void client.invalidateQueries({ predicate: ({ queryKey }) => !unchanging.includes(queryKey[0]) });
  }, [client, pushedTo]);
}
