import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { problemOf } from '../../api/problem-error.ts';
import { wallRoutes } from '../../api/wall-routes.ts';
import { useApi } from '../../app/services.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];
const MOST = 8;

type Props = {
  /** Of the demo's display, which everybody is told. */
  readonly pin: string | null;
  readonly onClose: () => void;
};

/** Asks for the PIN of the screen: with a keyboard, a remote control, or a finger. */
export function UnlockSheet({ pin: told, onClose }: Props) {
  const { say } = useSpeech();
  const api = useApi();
  const [pin, setPin] = useState('');
  const unlock = useMutation({
    // The names come over the socket.
    mutationFn: () => api.call(wallRoutes.unlockWall, { body: { pin } }),
    onSuccess: onClose,
    onError: () => setPin(''),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pin !== '' && !unlock.isPending) unlock.mutate();
  };
  const isWrong = problemOf(unlock.error)?.code === 'bad-input';
  const isLocked = problemOf(unlock.error)?.code === 'slow-down';
  const fault = isWrong ? say('wall.wrongPin') : isLocked ? say('wall.lockedPin') : undefined;
  return (
    <Sheet title={say('wall.unlock')} onClose={onClose}>
      <form className="stack" noValidate onSubmit={submit}>
        {told && <p className="muted">{say('wall.demoPin', { pin: told })}</p>}
        <ProblemNote error={fault ? null : unlock.error} />
        <TextField
          label={say('wall.pin')}
          value={pin}
          error={fault}
          onChange={text => setPin(text.normalize('NFKC').replace(/\D/g, '').slice(0, MOST))}
          input={{ type: 'password', inputMode: 'numeric', autoComplete: 'off', autoFocus: true }}
        />
        <div className="wall-keypad">
          {digits.map(digit => (
            <Button key={digit} onClick={() => setPin((pin + digit).slice(0, MOST))}>
              {digit}
            </Button>
          ))}
          <Button onClick={() => setPin('')}>{say('wall.clearPin')}</Button>
        </div>
        <p className="row">
          <Button type="submit" kind="primary" isBusy={unlock.isPending}>
            {say('wall.unlockNow')}
          </Button>
        </p>
      </form>
    </Sheet>
  );
}
