import type { CaseView, Conference } from '@kaerimichi/contracts';
import { type TeamFunction, teamFunctions } from '@kaerimichi/discharge';
import { type FormEvent, useState } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { CheckGroup } from '../../parts/choice-fields.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { parseDay } from '../../parts/parse-day.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { useConferenceStep } from './use-conferences.ts';

type Props = { readonly view: CaseView; readonly conference: Conference; readonly onDone: () => void };

/** Who was there, by part, and who of them by screen: with it the conference has taken place. */
export function AttendanceForm({ view, conference, onDone }: Props) {
  const { say, code } = useSpeech();
  const today = useToday();
  const step = useConferenceStep(view);
  const asked = [...new Set(conference.seats.map(seat => seat.function))];
  const [there, setThere] = useState<readonly string[]>(asked);
  const [online, setOnline] = useState<readonly string[]>([]);
  const [on, setOn] = useState(conference.plannedOn && conference.plannedOn <= today ? conference.plannedOn : today);
  const [isPressed, setPressed] = useState(false);
  const options = (parts: readonly TeamFunction[]) => parts.map(value => ({ value, label: code('function', value) }));
  const present = teamFunctions.filter(part => there.includes(part));
  const day = parseDay(on, today);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    if (present.length === 0 || !day || day > today || step.isBusy) return;
    const outcome = await step.send({
      ...{ type: 'conference.held', conferenceId: conference.id, attended: present, actionItems: [], occurredOn: day },
      online: present.filter(part => online.includes(part)),
    });
    if (outcome.ok) onDone();
  };
  return (
    <form className="panel stack-tight" noValidate onSubmit={event => void submit(event)}>
      <DayField
        label={say('conf.heldOn')}
        error={isPressed && (!day || day > today) ? say('conf.heldLater') : undefined}
        value={on}
        onChange={setOn}
        today={today}
      />
      <CheckGroup
        id={`there-${conference.id}`}
        label={say('conf.attended')}
        error={isPressed && present.length === 0 ? say('conf.attendedMissing') : undefined}
        options={options(teamFunctions)}
        values={there}
        onChange={setThere}
      />
      {present.length > 0 && (
        <CheckGroup
          id={`online-${conference.id}`}
          label={say('conf.online')}
          options={options(present)}
          values={online}
          onChange={setOnline}
        />
      )}
      <p className="row">
        <Button kind="primary" type="submit" isBusy={step.isBusy}>
          {say('conf.hold')}
        </Button>
        <Button onClick={onDone}>{say('record.cancel')}</Button>
      </p>
      <ProblemNote error={step.error} />
    </form>
  );
}
