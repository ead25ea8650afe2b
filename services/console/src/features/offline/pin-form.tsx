import { type FormEvent, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { useProgram } from './use-program.ts';

type Props = {
  readonly triesLeft: number;
  readonly unsent: number;
  readonly onOpen: () => void;
};

/** The PIN that opens what is kept on this device. */
export function PinForm({ triesLeft, unsent, onOpen }: Props) {
  const { say } = useSpeech();
  const { device } = useProgram();
  const [pin, setPin] = useState('');
  const [state, setState] = useState<'rest' | 'busy' | 'wrong'>('rest');
  const open = async (event: FormEvent) => {
    event.preventDefault();
    if (state === 'busy' || pin === '') return;
    setState('busy');
    const opened = await device.unlock(pin);
    setPin('');
    setState(opened === 'wrong' ? 'wrong' : 'rest');
    if (opened === 'open') onOpen();
  };
  return (
    <form className="stack" onSubmit={event => void open(event)}>
      <TextField
        id="device-pin"
        label={say('offline.pin')}
        hint={unsent > 0 ? say('offline.pinHintUnsent', { n: unsent }) : say('offline.pinHint')}
        error={state === 'wrong' ? say('offline.pinWrong', { n: triesLeft }) : undefined}
        value={pin}
        onChange={setPin}
        isShort
        input={{ type: 'password', inputMode: 'numeric', autoComplete: 'off', maxLength: 32 }}
      />
      <p>
        <Button kind="primary" type="submit" isBusy={state === 'busy'}>
          {say('offline.open')}
        </Button>
      </p>
    </form>
  );
}
