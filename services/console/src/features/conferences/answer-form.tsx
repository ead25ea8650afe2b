import type { CaseView, Conference, Seat } from '@kaerimichi/contracts';
import { type FormEvent, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { KeptDraft } from '../form/kept-draft.tsx';
import { keptInput } from '../form/kept-input.ts';
import { useDraftedInput } from '../form/use-drafted-input.ts';
import { marks, seatWords, slotWords } from './slot-words.ts';
import { useConferenceStep } from './use-conferences.ts';

type Props = {
  readonly view: CaseView;
  readonly conference: Conference;
  readonly seat: Seat;
  readonly onDone: () => void;
};

const said = ['fits', 'fitsMaybe', 'fitsNot'] as const;

/** ○△× of each proposed time, and a word beside: one's own, or what somebody said on the telephone. */
export function AnswerForm({ view, conference, seat, onDone }: Props) {
  const speech = useSpeech();
  const { say, code } = speech;
  const step = useConferenceStep(view);
  const [isPressed, setPressed] = useState(false);
  const [first] = useState(() => ({
    comment: seat.comment ?? '',
    ...Object.fromEntries(conference.slots.map(({ id }) => [id, seat.answers?.[id] ?? ''])),
  }));
  const { input, change, forget, draft } = useDraftedInput<Record<string, string>>({
    about: {
      ...{ place: `${view.id}.conf.${seat.id}`, caseId: view.id, subject: 'conference.answered' },
      route: `/cases/${view.id}/conferences?of=${conference.id}`,
    },
    first,
    parse: kept => keptInput(first, kept),
  });
  const missing = conference.slots.filter(({ id }) => !input[id]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    if (missing.length > 0 || step.isBusy) return;
    const comment = input.comment?.trim() ?? '';
    const outcome = await step.send({
      ...{ type: 'conference.answered', conferenceId: conference.id, askedId: seat.id },
      answers: conference.slots.map(({ id }) => ({ slot: id, answer: input[id] })),
      ...(comment && { comment }),
    });
    if (!outcome.ok) return;
    forget();
    onDone();
  };
  return (
    <form className="panel stack-tight" noValidate onSubmit={event => void submit(event)}>
      <h4>{say('conf.answerOf', { who: seatWords(seat, speech) })}</h4>
      {conference.slots.map(slot => (
        <ChoiceField
          key={slot.id}
          id={`answer-${slot.id}`}
          label={slotWords(slot, speech)}
          error={isPressed && !input[slot.id] ? say('conf.answerMissing') : undefined}
          options={said.map(value => ({ value, label: `${marks[value]} ${code('fits', value)}` }))}
          value={input[slot.id] ?? ''}
          onChange={value => change({ [slot.id]: value })}
        />
      ))}
      <TextField
        label={say('conf.comment')}
        isRequired={false}
        value={input.comment ?? ''}
        onChange={comment => change({ comment })}
        input={{ maxLength: 200 }}
      />
      <p className="row">
        <Button kind="primary" type="submit" isBusy={step.isBusy}>
          {say('conf.sendAnswer')}
        </Button>
        <Button onClick={onDone}>{say('record.cancel')}</Button>
        <KeptDraft {...draft} />
      </p>
      <ProblemNote error={step.error} />
    </form>
  );
}
