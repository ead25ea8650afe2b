import type { CaseView, Conference } from '@kaerimichi/contracts';
import { type FormEvent, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { KeptDraft } from '../form/kept-draft.tsx';
import { keptInput } from '../form/kept-input.ts';
import { useDraftedInput } from '../form/use-drafted-input.ts';
import { minutesProposal } from './minutes-proposal.ts';
import { useConferenceStep } from './use-conferences.ts';

type Props = { readonly view: CaseView; readonly conference: Conference; readonly onDone: () => void };

function useTyped({ view, conference }: Omit<Props, 'onDone'>, subject: string, text: string) {
  const [first] = useState({ text });
  return useDraftedInput({
    about: {
      ...{ place: `${view.id}.${subject}.${conference.id}`, caseId: view.id, subject },
      route: `/cases/${view.id}/conferences?of=${conference.id}`,
    },
    first,
    parse: kept => keptInput(first, kept),
  });
}

/** The minutes begin with the agenda, what was decided and who does what: nothing is typed twice. */
export function MinutesForm({ view, conference, onDone }: Props) {
  const speech = useSpeech();
  const { say } = speech;
  const step = useConferenceStep(view);
  const proposed = conference.minutesText ?? minutesProposal(conference, view, speech);
  const { input, change, forget, draft } = useTyped({ view, conference }, 'minutes.drafted', proposed);
  const isEmpty = input.text.trim() === '';
  const send = async (unfinished: boolean) => {
    if (isEmpty || step.isBusy) return;
    const outcome = await step.send({
      ...{ type: 'minutes.drafted', conferenceId: conference.id, minutes: input.text.trim() },
      ...(unfinished && { unfinished }),
    });
    if (!outcome.ok) return;
    forget();
    onDone();
  };
  return (
    <form
      className="panel stack-tight"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        void send(false);
      }}
    >
      <TextField
        label={say('confStep.minutes')}
        isLong
        value={input.text}
        onChange={text => change({ text })}
        input={{ maxLength: 20_000 }}
      />
      <p className="row">
        <Button kind="primary" type="submit" isBusy={step.isBusy} whyNot={isEmpty ? say('conf.noteFirst') : undefined}>
          {say('conf.minutesHandIn')}
        </Button>
        <Button isBusy={step.isBusy} onClick={() => void send(true)}>
          {say('conf.minutesKeep')}
        </Button>
        <Button onClick={onDone}>{say('record.cancel')}</Button>
        <KeptDraft {...draft} />
      </p>
      <ProblemNote error={step.error} />
    </form>
  );
}

/** Approved minutes do not change: what was wrong or forgotten is added, with its day and whose it is. */
export function AddendumForm({ view, conference, onDone }: Props) {
  const { say } = useSpeech();
  const step = useConferenceStep(view);
  const { input, change, forget, draft } = useTyped({ view, conference }, 'minutes.supplemented', '');
  const isEmpty = input.text.trim() === '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isEmpty || step.isBusy) return;
    const body = { type: 'minutes.supplemented', conferenceId: conference.id, addendum: input.text.trim() };
    if (!(await step.send(body)).ok) return;
    forget();
    onDone();
  };
  return (
    <form className="panel stack-tight" noValidate onSubmit={event => void submit(event)}>
      <TextField
        label={say('conf.addendum')}
        hint={say('conf.addendumHint')}
        isLong
        value={input.text}
        onChange={text => change({ text })}
        input={{ maxLength: 4000 }}
      />
      <p className="row">
        <Button kind="primary" type="submit" isBusy={step.isBusy} whyNot={isEmpty ? say('conf.noteFirst') : undefined}>
          {say('conf.addendum')}
        </Button>
        <Button onClick={onDone}>{say('record.cancel')}</Button>
        <KeptDraft {...draft} />
      </p>
      <ProblemNote error={step.error} />
    </form>
  );
}
