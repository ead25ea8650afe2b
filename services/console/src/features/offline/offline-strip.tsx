import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useRefreshCase } from '../../api/queries.ts';
import { useObservable } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import './offline.css';
import { PinForm } from './pin-form.tsx';
import { useDeviceState, useProgram } from './use-program.ts';

/** What waits to be sent from here, and from when what is shown is; nothing, while there is nothing to say. */
export function OfflineStrip() {
  const { say } = useSpeech();
  const state = useDeviceState();
  useBegun();
  const locked = state.is === 'locked' ? state : null;
  const [isOpening, setOpening] = useState(false);
  return (
    <div role="status" className="offline-strip">
      <ShownFrom />
      <Outgoing />
      {locked && (
        <div className="strip strip-grey">
          {locked.unsent > 0 ? say('offline.lockedUnsent', { n: locked.unsent }) : say('offline.locked')}
          <button type="button" onClick={() => setOpening(true)}>
            {say('offline.openWithPin')}
          </button>
        </div>
      )}
      {locked && isOpening && (
        <Sheet title={say('offline.openWithPin')} onClose={() => setOpening(false)}>
          <Opening {...locked} onOpen={() => setOpening(false)} />
        </Sheet>
      )}
    </div>
  );
}

function Opening({ onOpen, ...locked }: { triesLeft: number; unsent: number; onOpen: () => void }) {
  const client = useQueryClient();
  return (
    <PinForm
      {...locked}
      onOpen={() => {
        onOpen();
        // What is on the page is asked for once more, and kept from now on.
        void client.invalidateQueries();
      }}
    />
  );
}

/** Kept answers say from when they are, and make room for new ones as soon as there is a network. */
function ShownFrom() {
  const { say, language } = useSpeech();
  const client = useQueryClient();
  const { isConnected } = useObservable(useWorkplace().live.status);
  const at = useObservable(useProgram().answers.shownAt);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with the connection
  useEffect(() => {
    if (isConnected && at !== null) void client.invalidateQueries();
  }, [isConnected]);
  if (at === null) return null;
  return <div className="strip strip-amber">{say('offline.shownFrom', { at: dayAndTime(at, language) })}</div>;
}

function Outgoing() {
  const { say } = useSpeech();
  const items = useObservable(useProgram().outbox.items);
  const waiting = items.filter(({ state }) => state.is === 'waiting' || state.is === 'sending').length;
  const refused = items.filter(({ state }) => state.is === 'refused').length;
  if (waiting + refused === 0) return null;
  return (
    <div className={`strip strip-${refused > 0 ? 'amber' : 'grey'}`}>
      {[
        ...(waiting > 0 ? [say('offline.waiting', { n: waiting })] : []),
        ...(refused > 0 ? [say('offline.refused', { n: refused })] : []),
      ].join(' ')}{' '}
      <Link to="/outbox">{say('offline.toOutbox')}</Link>
    </div>
  );
}

/** Whoever works here has what they wrote sent. */
function useBegun(): void {
  const program = useProgram();
  const { me, live, own, seen, isHere } = useWorkplace();
  const wrote = useRefreshCase();
  useEffect(() => program.begin({ me, live, own, seen, isHere, wrote }), [program, me, live, own, seen, isHere, wrote]);
}
