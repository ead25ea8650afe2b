import { addDays } from '@kaerimichi/discharge';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { Button } from '../../parts/button.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { parseDay } from '../../parts/parse-day.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { longDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

/** 日付を進める: the clock of the whole program, a day or a week ahead or to a day; back only with the whole world. */
export function ClockPanel({ today }: { readonly today: string }) {
  const { say, language } = useSpeech();
  const [typed, setTyped] = useState('');
  const push = usePush();
  const day = parseDay(typed, today);
  const isAhead = day !== null && day !== undefined && day > today;
  return (
    <section className="panel stack-tight" aria-labelledby="demo-clock">
      <h2 id="demo-clock">{say('demo.clock')}</h2>
      <p className="small">{say('demo.clockText')}</p>
      <p>{say('demo.clockNow', { day: longDay(today, language) })}</p>
      <p className="row">
        <Button isBusy={push.isPending} onClick={() => push.mutate(addDays(today, 1))}>
          {say('demo.clockDay')}
        </Button>
        <Button isBusy={push.isPending} onClick={() => push.mutate(addDays(today, 7))}>
          {say('demo.clockWeek')}
        </Button>
      </p>
      <DayField label={say('demo.clockToDay')} value={typed} onChange={setTyped} today={today} />
      <p>
        <Button
          isBusy={push.isPending}
          whyNot={isAhead ? undefined : say('demo.clockLater')}
          onClick={() => isAhead && push.mutate(day)}
        >
          {say('demo.clockTo')}
        </Button>
      </p>
      <ProblemNote error={push.error} />
      <p role="status" className={push.data ? 'note-done' : 'hidden-visually'}>
        {push.data ? say('demo.clockDone', { day: longDay(push.data.today, language) }) : ''}
      </p>
    </section>
  );
}

function usePush() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (to: string) => api.call(routes.demoPush, { body: { to }, key: crypto.randomUUID() }),
    onSuccess: () => Promise.all([['demo'], ['place']].map(queryKey => client.invalidateQueries({ queryKey }))),
  });
}
