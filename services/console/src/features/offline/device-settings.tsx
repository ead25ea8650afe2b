import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useServices } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { canKeepProgram, startWorker } from '../../offline/program-files.ts';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { type PinFault, pinFault, readPin } from './pin-faults.ts';
import { PinForm } from './pin-form.tsx';
import { useDeviceState, useProgram } from './use-program.ts';

/** この端末に保存: whether something is kept here for the time without a network, behind which PIN, and its end. */
export function DeviceSettings() {
  const { say } = useSpeech();
  const state = useDeviceState();
  if (!canKeepProgram())
    return (
      <section className="panel stack" aria-labelledby="device-title">
        <h2 id="device-title">{say('offline.settings')}</h2>
        <p>{say('offline.insecure')}</p>
      </section>
    );
  return (
    <section className="panel stack" aria-labelledby="device-title">
      <h2 id="device-title">{say('offline.settings')}</h2>
      <p className="muted">{say('offline.intro')}</p>
      {state.is === 'none' && <SetUp />}
      {state.is === 'locked' && <Locked {...state} />}
      {state.is === 'open' && <p>{say('offline.isOpen')}</p>}
      {(state.is === 'locked' || state.is === 'open') && <End unsent={state.unsent} />}
    </section>
  );
}

function Locked(state: { triesLeft: number; unsent: number }) {
  const client = useQueryClient();
  return <PinForm {...state} onOpen={() => void client.invalidateQueries()} />;
}

function SetUp() {
  const { say } = useSpeech();
  const { pin, repeated, change, fault, error, isBusy, begin } = useSetUp();
  return (
    <form className="stack" onSubmit={event => void begin(event)}>
      <TextField
        id="device-new-pin"
        label={say('offline.newPin')}
        hint={say('offline.newPinHint')}
        error={fault && fault !== 'offline.pinOther' ? say(fault) : undefined}
        value={pin}
        onChange={value => change('pin', value)}
        isShort
        input={{ type: 'password', inputMode: 'numeric', autoComplete: 'new-password', maxLength: 32 }}
      />
      <TextField
        id="device-new-pin-again"
        label={say('offline.pinAgain')}
        error={fault === 'offline.pinOther' ? say(fault) : undefined}
        value={repeated}
        onChange={value => change('repeated', value)}
        isShort
        input={{ type: 'password', inputMode: 'numeric', autoComplete: 'new-password', maxLength: 32 }}
      />
      <ProblemNote error={error} />
      <p>
        <Button kind="primary" type="submit" isBusy={isBusy}>
          {say('offline.begin')}
        </Button>
      </p>
    </form>
  );
}

function useSetUp() {
  const { offline } = useServices();
  const { me } = useWorkplace();
  const client = useQueryClient();
  const { device } = useProgram();
  const [typed, setTyped] = useState({ pin: '', repeated: '' });
  const [fault, setFault] = useState<PinFault | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const begin = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const found = pinFault(typed.pin, typed.repeated);
    setFault(found);
    if (found) return;
    setBusy(true);
    try {
      await device.setUp(readPin(typed.pin), me.membership.id);
      startWorker();
      offline.isWanted.write(true);
      client.setDefaultOptions({
        queries: { ...client.getDefaultOptions().queries, networkMode: 'always' },
      });
      // What is there already is asked for once more, and kept; who one is and the words of the pathway too.
      await client.invalidateQueries({ refetchType: 'all' });
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  const change = (name: 'pin' | 'repeated', value: string) => setTyped(before => ({ ...before, [name]: value }));
  return { ...typed, change, fault, error, isBusy, begin };
}

/** Everything that is kept here is erased; what was not sent yet with it, which is asked about once more. */
function End({ unsent }: { readonly unsent: number }) {
  const { say } = useSpeech();
  const program = useProgram();
  const { offline } = useServices();
  const [isAsked, setAsked] = useState(false);
  const end = async () => {
    await program.leave();
    await program.outbox.load();
    offline.isWanted.write(false);
    setAsked(false);
  };
  return (
    <p>
      <Button onClick={() => setAsked(true)}>{say('offline.end')}</Button>
      {isAsked && (
        <Sheet title={say('offline.end')} role="alertdialog" onClose={() => setAsked(false)}>
          <p>{unsent > 0 ? say('offline.endUnsent', { n: unsent }) : say('offline.endSure')}</p>
          <p>
            <Button kind="danger" onClick={() => void end()}>
              {say('offline.endNow')}
            </Button>
          </p>
        </Sheet>
      )}
    </p>
  );
}
