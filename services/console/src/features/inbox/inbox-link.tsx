import { useEffect } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useMyTurns } from '../../app/use-my-turns.ts';
import { Glyph } from '../../parts/glyph.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { useInbox, useReadElsewhere } from './use-inbox.ts';
import { useReading } from './use-reading.ts';

/** 通知 in the bar of every page: in how many cases it is one's turn in a way that one has not been told of. */
export function InboxLink() {
  const { say } = useSpeech();
  const { pathname } = useLocation();
  const inbox = useInbox();
  const turns = useMyTurns();
  const { refetch } = inbox;
  useReadElsewhere();
  useReading(pathname);
  useEffect(() => {
    if (turns > 0) void refetch();
  }, [turns, refetch]);
  const n = inbox.data?.turn.length ?? 0;
  const spoken = n > 0 ? say('nav.inboxTurn', { n }) : say('nav.inbox');
  return (
    <NavLink className="bar-button bar-help" to="/inbox" aria-label={spoken} title={spoken}>
      <Glyph name="bell" /> <span>{say('nav.inbox')}</span>
      {n > 0 && <b className="nav-count">{n}</b>}
    </NavLink>
  );
}
