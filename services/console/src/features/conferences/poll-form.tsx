import type { CaseView, Conference } from '@kaerimichi/contracts';
import { type FormEvent, useState } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { CheckGroup, ChoiceField } from '../../parts/choice-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { useNames } from '../case/use-names.ts';
import { KeptDraft } from '../form/kept-draft.tsx';
import { keptInput } from '../form/kept-input.ts';
import { useDraftedInput } from '../form/use-drafted-input.ts';
import { GuestRows } from './guest-rows.tsx';
import { firstPoll, guestOf, type PollFault, type PollInput, pollBody } from './poll-input.ts';
import { type SeatChoice, seatChoices } from './seat-choices.ts';
import { SlotRows } from './slot-rows.tsx';
import { useConferenceStep } from './use-conferences.ts';

type Props = { readonly view: CaseView; readonly conference?: Conference; readonly onDone: () => void };

const kinds = ['joint', 'community', 'neonatal', 'emergency'] as const;
const interpreters = ['interpreterNotNeeded', 'interpreterWanted', 'interpreterBooked'] as const;

/** Which times are proposed, and who is asked: the team stands there already, guests are added by name. */
export function PollForm({ view, conference, onDone }: Props) {
  const { say, code } = useSpeech();
  const today = useToday();
  const choices = seatChoices(view);
  const step = useConferenceStep(view);
  const [fault, setFault] = useState<PollFault | null>(null);
  const [first] = useState(() => firstPoll(choices, conference));
  const { input, change, forget, draft } = useDraftedInput<PollInput>({
    about: {
      ...{ place: `${view.id}.conf.poll.${conference?.id ?? 'new'}`, caseId: view.id, subject: 'conference.polled' },
      route: `/cases/${view.id}/conferences`,
    },
    first,
    parse: kept => keptInput(first, kept),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const made = pollBody(input, { choices, conference, today });
    setFault('fault' in made ? made.fault : null);
    if ('fault' in made || step.isBusy) return;
    if (!(await step.send(made.body)).ok) return;
    forget();
    onDone();
  };
  const options = (codes: readonly string[], kind: string) => codes.map(value => ({ value, label: code(kind, value) }));
  return (
    <form className="panel stack" noValidate onSubmit={event => void submit(event)}>
      <h3>{say(conference ? 'conf.changePoll' : 'conf.new')}</h3>
      {!conference && (
        <ChoiceField
          id="conf-kind"
          label={say('conf.kind')}
          options={options(kinds, 'conferenceKind')}
          value={input.kind}
          onChange={kind => change({ kind })}
        />
      )}
      <SlotRows input={input} change={change} error={fault === 'slots' ? say('conf.slotsMissing') : undefined} />
      <SeatFields
        view={view}
        choices={choices}
        input={input}
        change={change}
        error={fault === 'seats' ? say('conf.seatsMissing') : undefined}
      />
      <ChoiceField
        id="conf-interpreter"
        label={say('conf.interpreter')}
        isRequired={false}
        options={options(interpreters, 'interpreting')}
        value={input.interpreting}
        onChange={interpreting => change({ interpreting })}
      />
      <TextField
        label={say('conf.note')}
        isRequired={false}
        isLong
        value={input.note}
        onChange={note => change({ note })}
        input={{ maxLength: 4000 }}
      />
      <p className="row">
        <Button kind="primary" type="submit" isBusy={step.isBusy}>
          {say('conf.ask')}
        </Button>
        <Button onClick={onDone}>{say('record.cancel')}</Button>
        <KeptDraft {...draft} />
      </p>
      <ProblemNote error={step.error} />
    </form>
  );
}

type SeatProps = {
  readonly view: CaseView;
  readonly choices: readonly SeatChoice[];
  readonly input: PollInput;
  readonly change: (part: Partial<PollInput>) => void;
  readonly error: string | undefined;
};

function SeatFields({ view, choices, input, change, error }: SeatProps) {
  const { say, code } = useSpeech();
  const names = useNames(view);
  const labelOf = ({ function: part, org }: SeatChoice) => {
    const who = org ? names[org] : undefined;
    return who ? say('conf.seat', { part: code('function', part), who }) : code('function', part);
  };
  const options = choices.map(choice => ({ value: choice.key, label: labelOf(choice) }));
  const guests = input.guests.map(guestOf).map(({ id, function: part, who }) => ({
    value: id,
    label: who ? say('conf.seat', { part: code('function', part), who }) : code('function', part),
  }));
  const those = [...options.filter(({ value }) => input.seats.includes(value)), ...guests];
  return (
    <>
      <CheckGroup
        id="conf-seats"
        label={say('conf.seats')}
        hint={say('conf.seatsHint')}
        error={error}
        options={options}
        values={input.seats}
        onChange={seats => change({ seats })}
      />
      <GuestRows input={input} change={change} />
      {those.length > 0 && (
        <CheckGroup
          id="conf-required"
          label={say('conf.requiredWho')}
          hint={say('conf.requiredHint')}
          options={those}
          values={input.required}
          onChange={required => change({ required })}
        />
      )}
    </>
  );
}
