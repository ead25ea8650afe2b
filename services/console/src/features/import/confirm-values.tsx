import type { DraftDetail } from '@kaerimichi/contracts';
import { sexes } from '@kaerimichi/discharge';
import { type ReactNode, useState } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { KanaField } from '../../parts/kana-field.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { type Confirmable, confirmable, faultOf, originOf, startOf, toConfirm, type Values } from './confirmable.ts';
import { useConfirm } from './use-confirm.ts';

/** Values that a person looks at once and confirms, each by itself or all; a later file does not change them. */
export function ConfirmValues({ draft }: { draft: DraftDetail }) {
  const { say, code } = useSpeech();
  const today = useToday();
  const confirm = useConfirm(draft.id);
  const [values, setValues] = useState(() => startOf(draft));
  const [tried, setTried] = useState<readonly Confirmable[]>([]);
  const send = (names: readonly Confirmable[]) => {
    setTried(names);
    if (names.every(name => faultOf(name, values, today) === null)) confirm.mutate(toConfirm(names, values, today));
  };
  const rows = { draft, values, setValues, tried, today, send, isBusy: confirm.isPending };
  return (
    <form
      className="panel stack"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        send(confirmable);
      }}
    >
      <h2>{say('draft.confirmTitle')}</h2>
      <p className="muted">{say('draft.confirmText')}</p>
      <ProblemNote error={confirm.error} />
      {confirmable.map(name => (
        <ConfirmRow key={name} name={name} label={code('draftField', name)} {...rows} />
      ))}
      <p className="row">
        <Button type="submit" isBusy={confirm.isPending}>
          {say('draft.confirm')}
        </Button>
        <span role="status" className="small">
          {confirm.isSuccess && say('draft.confirmDone')}
        </span>
      </p>
    </form>
  );
}

type RowProps = {
  readonly name: Confirmable;
  readonly label: string;
  readonly draft: DraftDetail;
  readonly values: Values;
  readonly setValues: (values: Values) => void;
  readonly tried: readonly Confirmable[];
  readonly today: string;
  readonly send: (names: readonly Confirmable[]) => void;
  readonly isBusy: boolean;
};

/** One value, whether a person has confirmed it, and the button that confirms it alone. */
function ConfirmRow({ name, label, draft, values, setValues, tried, today, send, isBusy }: RowProps) {
  const { say, code } = useSpeech();
  const fault = tried.includes(name) ? faultOf(name, values, today) : null;
  const isConfirmed = name in draft.confirmed && (draft.confirmed[name] ?? '') === values[name];
  const field = {
    id: `confirm-${name}`,
    label,
    hint: say(originOf(name, draft)),
    error: fault ? say(fault) : undefined,
    value: values[name],
    onChange: (value: string) => setValues({ ...values, [name]: value }),
  };
  const controls: Partial<Record<Confirmable, ReactNode>> = {
    familyKana: <KanaField {...field} />,
    givenKana: <KanaField {...field} />,
    bornOn: <DayField {...field} today={today} use="birth" />,
    sex: <ChoiceField {...field} options={sexes.map(value => ({ value, label: code('sex', value) }))} />,
  };
  return (
    <div className="confirm-row">
      {controls[name] ?? <TextField {...field} input={{ autoComplete: 'off' }} />}
      {!isConfirmed && (
        <Button
          isSmall
          isBusy={isBusy}
          aria-label={say('draft.confirmOneName', { field: label })}
          onClick={() => send([name])}
        >
          {say('draft.confirmOne')}
        </Button>
      )}
    </div>
  );
}
