import { useEffect, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

type Props = { readonly takes: number; readonly what: string };

const clock = (seconds: number): string => {
  const whole = Math.abs(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};

/** How much of its minutes an item has left; past them it counts up. It is this screen's own, and is kept nowhere. */
export function AgendaTimer({ takes, what }: Props) {
  const { say } = useSpeech();
  const [startedAt, setStartedAt] = useState<number | null>(null);
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (startedAt === null) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [startedAt]);
  if (startedAt === null)
    return (
      <Button isSmall aria-label={say('conf.timerStartName', { what })} onClick={() => setStartedAt(Date.now())}>
        {say('conf.timerStart')}
      </Button>
    );
  const left = takes * 60 - Math.max(0, Math.floor((now - startedAt) / 1000));
  return (
    <span className="conf-timer">
      <span role="timer" className={left < 0 ? 'conf-timer-over' : undefined}>
        {say(left < 0 ? 'conf.timerOver' : 'conf.timerLeft', { time: clock(left) })}
      </span>{' '}
      <Button isSmall aria-label={say('conf.timerStopName', { what })} onClick={() => setStartedAt(null)}>
        {say('conf.timerStop')}
      </Button>
    </span>
  );
}
