import type { CaseView } from '@kaerimichi/contracts';
import { checkSections } from '@kaerimichi/discharge';
import { type FormEvent, useState } from 'react';
import { useSend } from '../../api/use-send.ts';
import { useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { SelectField } from '../../parts/choice-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { KeptDraft } from '../form/kept-draft.tsx';
import { keptInput } from '../form/kept-input.ts';
import { useDraftedInput } from '../form/use-drafted-input.ts';
import { OwnerAndDay, useOwned } from './owner-and-day.tsx';

/** An item that no template knows, for this child. */
export function AddCheck({ view }: { view: CaseView }) {
  const { say, code } = useSpeech();
  const { me } = useWorkplace();
  const sending = useSend();
  const [first] = useState({ what: '', section: 'otherChecks', owner: me.membership.id, dueOn: '' });
  const { input, change, forget, isResumed, draft } = useDraftedInput({
    about: {
      ...{ place: `${view.id}.check.new`, caseId: view.id, subject: 'checklist.itemsAdded' },
      route: `/cases/${view.id}/checklists`,
    },
    first,
    parse: kept => keptInput(first, kept),
  });
  const [wasBegun] = useState(isResumed);
  const { what, section } = input;
  const { owned, fields } = useOwned(view, input, change);
  const isEmpty = what.trim() === '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isEmpty || sending.isBusy || !owned) return;
    const check = { id: crypto.randomUUID(), what: what.trim(), section: section || 'otherChecks', ...owned };
    const body = { type: 'checklist.itemsAdded', checks: [check] };
    const outcome = await sending.send({
      caseId: view.id,
      append: false,
      version: view.version,
      body,
      again: () => body,
    });
    if (outcome.ok) forget();
  };
  return (
    <details className="panel" open={wasBegun}>
      <summary>{say('checks.add')}</summary>
      <form className="stack-tight" noValidate onSubmit={event => void submit(event)}>
        <TextField
          label={say('checks.what')}
          value={what}
          onChange={text => change({ what: text })}
          input={{ maxLength: 200 }}
        />
        <SelectField
          label={say('checks.section')}
          options={checkSections.map(value => ({ value, label: code('section', value) }))}
          value={section}
          onChange={value => change({ section: value })}
        />
        <OwnerAndDay {...fields} />
        <p className="row">
          <Button type="submit" isBusy={sending.isBusy} whyNot={isEmpty ? say('checks.whatFirst') : undefined}>
            {say('checks.add')}
          </Button>
          <KeptDraft {...draft} />
        </p>
        <ProblemNote error={sending.error} />
      </form>
    </details>
  );
}
