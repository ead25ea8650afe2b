import { type FormEvent, useState } from 'react';
import { routes } from '../../api/routes.ts';
import { useKeyedWrite } from '../../api/use-keyed-write.ts';
import { useApi } from '../../app/services.tsx';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { parseTime } from '../../parts/parse-time.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TimeField } from '../../parts/time-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { emptyPaper, PaperFields, type PaperSaid, paperFaults, saidOf } from '../paper/paper-fields.tsx';
import { PaperNoted } from '../paper/paper-noted.tsx';

/**
 * 電話で聞いた返事: whoever holds the paper reads its code out, and a coordinator or discharge nurse writes down what they
 * say, when, and who it was. Nothing of the child is seen by it.
 */
export function HeardForm() {
  const { say } = useSpeech();
  const { events } = useWorkplace().me.abilities;
  if (!events.full?.includes('handoff.sent')) return null;
  return (
    <details className="panel">
      <summary>{say('handoff.heardOnPhone')}</summary>
      <Heard />
    </details>
  );
}

type Heard = PaperSaid & { readonly saidAt?: string };

function Heard() {
  const { say } = useSpeech();
  const api = useApi();
  const today = useToday();
  const [said, setSaid] = useState(emptyPaper);
  const [time, setTime] = useState('');
  const [isPressed, setPressed] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [noted, setNoted] = useState<{ readonly outdated: boolean } | null>(null);
  const write = useKeyedWrite((body: Heard, key) => api.call(routes.paperHeard, { body, key }));
  const faults = paperFaults(said, say);
  const at = parseTime(time);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    const body = saidOf(said);
    if (!body || (time.trim() !== '' && !at) || isBusy) return;
    setBusy(true);
    setError(null);
    setNoted(null);
    try {
      // A time of day in Japan, today.
      const saidAt = at ? { saidAt: new Date(`${today}T${at}:00+09:00`).toISOString() } : {};
      setNoted(await write({ ...body, ...saidAt }));
      setSaid(emptyPaper);
      setTime('');
      setPressed(false);
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="stack" noValidate onSubmit={event => void submit(event)}>
      <p className="small muted">{say('handoff.heardHint')}</p>
      <PaperFields said={said} onChange={setSaid} faults={isPressed ? faults : {}} />
      <TimeField
        label={say('handoff.heardAt')}
        hint={say('handoff.heardAtHint')}
        value={time}
        onChange={setTime}
        isRequired={false}
      />
      <p>
        <Button kind="primary" type="submit" isBusy={isBusy}>
          {say('handoff.heardSend')}
        </Button>
      </p>
      {noted && <PaperNoted isOutdated={noted.outdated} />}
      <ProblemNote error={error} />
    </form>
  );
}
