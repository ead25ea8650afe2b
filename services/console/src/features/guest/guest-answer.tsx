import type { GuestSeat } from '@kaerimichi/contracts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { Button } from '../../parts/button.tsx';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { longDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

type Props = {
  readonly token: string;
  readonly seat: GuestSeat;
  readonly onAnswered: (seat: GuestSeat) => void;
};

const said = ['fits', 'fitsMaybe', 'fitsNot'] as const;
type Said = (typeof said)[number];
const isSaid = (value: string | undefined): value is Said => said.some(one => one === value);

/** ○△× of each proposed time; it can be changed until the date is settled. */
export function GuestAnswer({ token, seat, onAnswered }: Props) {
  const { say, language } = useSpeech();
  const api = useApi();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(seat.answers ?? {});
  const [comment, setComment] = useState('');
  const [isPressed, setPressed] = useState(false);
  const answers = seat.slots.flatMap(({ id }) => {
    const answer = chosen[id];
    return isSaid(answer) ? [{ slot: id, answer }] : [];
  });
  const isWhole = answers.length === seat.slots.length;
  const send = useMutation({
    mutationFn: () => {
      const body = { token, answers, ...(comment.trim() && { comment: comment.trim() }) };
      return api.call(routes.guestAnswer, { body });
    },
    onSuccess: onAnswered,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    if (isWhole && !send.isPending) send.mutate();
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <p>{say(seat.answers ? 'guest.answered' : 'guest.ask')}</p>
      {seat.slots.map(({ id, on, at }) => (
        <ChoiceField
          key={id}
          id={`guest-${id}`}
          label={`${longDay(on, language)} ${at}`}
          error={isPressed && !isSaid(chosen[id]) ? say('conf.answerMissing') : undefined}
          options={said.map(value => ({ value, label: say(`guestSaid.${value}`) }))}
          value={chosen[id] ?? ''}
          onChange={value => setChosen({ ...chosen, [id]: value })}
        />
      ))}
      <TextField
        label={say('conf.comment')}
        hint={say('guest.commentHint')}
        isRequired={false}
        value={comment}
        onChange={setComment}
        input={{ maxLength: 200 }}
      />
      <p>
        <Button kind="primary" type="submit" isBusy={send.isPending}>
          {say(seat.answers ? 'guest.change' : 'conf.sendAnswer')}
        </Button>
      </p>
      {send.isSuccess && (
        <p className="note-done" role="status">
          {say('guest.sent')}
        </p>
      )}
      <ProblemNote error={send.error} />
    </form>
  );
}
