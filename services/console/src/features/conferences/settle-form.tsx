import type { CaseView, Conference } from '@kaerimichi/contracts';
import { type FormEvent, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { seatWords, slotWords } from './slot-words.ts';
import { useConferenceStep } from './use-conferences.ts';

type Props = {
  readonly view: CaseView;
  readonly conference: Conference;
  readonly slot: Conference['slots'][number];
  readonly onDone: () => void;
};

/** Said once more before it goes out: when, who cannot come then, and where it is. */
export function SettleForm({ view, conference, slot, onDone }: Props) {
  const speech = useSpeech();
  const { say } = speech;
  const [place, setPlace] = useState(conference.place ?? '');
  const step = useConferenceStep(view);
  const absent = conference.seats.filter(({ answers }) => answers?.[slot.id] === 'fitsNot');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (step.isBusy) return;
    const outcome = await step.send({
      ...{ type: 'conference.planned', conferenceId: conference.id, conferenceKind: conference.kind },
      ...{ plannedOn: slot.on, startsAt: slot.at },
      ...(place.trim() && { place: place.trim() }),
    });
    if (outcome.ok) onDone();
  };
  return (
    <form className="panel stack-tight" noValidate onSubmit={event => void submit(event)}>
      <h4>{say('conf.settleTitle', { slot: slotWords(slot, speech) })}</h4>
      {absent.length > 0 && (
        <p>
          {say('conf.settleWithout', { who: absent.map(seat => seatWords(seat, speech)).join(say('common.listMark')) })}
        </p>
      )}
      <p className="small muted">{say('conf.settleEffect')}</p>
      <TextField
        label={say('conf.place')}
        hint={say('conf.placeHint')}
        isRequired={false}
        value={place}
        onChange={setPlace}
        input={{ maxLength: 300 }}
      />
      <p className="row">
        <Button kind="primary" type="submit" isBusy={step.isBusy}>
          {say('conf.settle', { slot: slotWords(slot, speech) })}
        </Button>
        <Button onClick={onDone}>{say('record.cancel')}</Button>
      </p>
      <ProblemNote error={step.error} />
    </form>
  );
}
