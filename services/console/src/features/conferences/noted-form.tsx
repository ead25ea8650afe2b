import type { CaseView, Conference } from '@kaerimichi/contracts';
import { type FormEvent, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { OwnerAndDay, useOwned } from '../checklists/owner-and-day.tsx';
import { KeptDraft } from '../form/kept-draft.tsx';
import { keptInput } from '../form/kept-input.ts';
import { useDraftedInput } from '../form/use-drafted-input.ts';
import { shortId } from './poll-input.ts';
import { useConferenceStep } from './use-conferences.ts';

type Props = { readonly view: CaseView; readonly conference: Conference };
const first = { decision: '', what: '', owner: '', dueOn: '' };

/** One decision, or one thing that somebody is to do: written down while it is said, and a task from then on. */
export function NotedForm({ view, conference }: Props) {
  const { say } = useSpeech();
  const step = useConferenceStep(view);
  const [fault, setFault] = useState<'owner' | 'day' | null>(null);
  const { input, change, forget, draft } = useDraftedInput({
    about: {
      ...{ place: `${view.id}.conf.note.${conference.id}`, caseId: view.id, subject: 'conference.noted' },
      route: `/cases/${view.id}/conferences?of=${conference.id}`,
    },
    first,
    parse: kept => keptInput(first, kept),
  });
  const { owned, fields } = useOwned(view, input, change);
  const decision = input.decision.trim();
  const what = input.what.trim();
  const isEmpty = decision === '' && what === '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const isLoose = what !== '' && (!owned?.owner || !owned.dueOn);
    setFault(isLoose ? (owned?.owner ? 'day' : 'owner') : null);
    if (isEmpty || isLoose || !owned || step.isBusy) return;
    const outcome = await step.send({
      ...{ type: 'conference.noted', conferenceId: conference.id },
      decisions: decision === '' ? [] : [{ id: shortId(), what: decision }],
      actionItems: what === '' ? [] : [{ id: shortId(), what, ...owned }],
    });
    if (outcome.ok) forget();
  };
  return (
    <form className="panel stack-tight" noValidate onSubmit={event => void submit(event)}>
      <TextField
        label={say('conf.decision')}
        isRequired={false}
        isLong
        value={input.decision}
        onChange={text => change({ decision: text })}
        input={{ maxLength: 400 }}
      />
      <TextField
        label={say('conf.item')}
        hint={say('conf.itemHint')}
        isRequired={false}
        value={input.what}
        onChange={text => change({ what: text })}
        input={{ maxLength: 200 }}
      />
      {what !== '' && <OwnerAndDay {...fields} />}
      {fault && <p role="alert">{say(fault === 'owner' ? 'conf.itemOwner' : 'conf.itemDay')}</p>}
      <p className="row">
        <Button type="submit" isBusy={step.isBusy} whyNot={isEmpty ? say('conf.noteFirst') : undefined}>
          {say('conf.writeDown')}
        </Button>
        <KeptDraft {...draft} />
      </p>
      <ProblemNote error={step.error} />
    </form>
  );
}
