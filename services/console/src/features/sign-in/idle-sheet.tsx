import { useEffect, useRef } from 'react';
import { Button } from '../../parts/button.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { clockTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

type Props = {
  /** In milliseconds. */
  readonly endsAt: number;
  readonly onStay: () => void;
};

/** A minute before the session ends: one press, and it goes on. */
export function IdleSheet({ endsAt, onStay }: Props) {
  const { say, language } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  return (
    <Sheet title={say('idle.title')} onClose={onStay} isFirm role="alertdialog">
      <div className="stack" ref={box}>
        <p>{say('idle.text', { time: clockTime(endsAt, language) })}</p>
        <p>
          <Button kind="primary" onClick={onStay}>
            {say('idle.stay')}
          </Button>
        </p>
      </div>
    </Sheet>
  );
}
