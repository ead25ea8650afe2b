import { useQueryClient } from '@tanstack/react-query';
import { usePageTitle } from '../../app/page-title.ts';
import { Button } from '../../parts/button.tsx';
import { Patience } from '../../parts/patience.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { PinForm } from './pin-form.tsx';
import { useDeviceState } from './use-program.ts';

/** A page that was opened without a network: what this device keeps, for whoever has its PIN. */
export function OfflineGate() {
  const { say } = useSpeech();
  const client = useQueryClient();
  const state = useDeviceState();
  usePageTitle(say('offline.title'));
  const again = () => void client.resetQueries({ queryKey: ['me'] });
  if (state.is === 'unread') return <Patience />;
  return (
    <main className="page narrow stack" id="main">
      <h1>{say('offline.title')}</h1>
      {state.is === 'locked' && (
        <>
          <p>{say('offline.gate')}</p>
          <PinForm triesLeft={state.triesLeft} unsent={state.unsent} onOpen={again} />
        </>
      )}
      {state.is === 'none' && <p role="alert">{say('offline.gone')}</p>}
      {state.is === 'open' && <p role="alert">{say('offline.tooOld')}</p>}
      <p>
        <Button onClick={again}>{say('err.again')}</Button>
      </p>
    </main>
  );
}
