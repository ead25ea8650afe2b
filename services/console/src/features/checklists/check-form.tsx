import type { CaseView, CheckItem } from '@kaerimichi/contracts';
import { checkStates } from '@kaerimichi/discharge';
import { type FormEvent, useState } from 'react';
import { useSend } from '../../api/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { KeptDraft } from '../form/kept-draft.tsx';
import { keptInput } from '../form/kept-input.ts';
import { useDraftedInput } from '../form/use-drafted-input.ts';
import { OwnerAndDay, useOwned } from './owner-and-day.tsx';

type Props = { readonly view: CaseView; readonly item: CheckItem; readonly onDone: () => void };

/** How far an item is, whose and until when, and what shows it; of what does not apply why. */
export function CheckForm({ view, item, onDone }: Props) {
  const { say, code } = useSpeech();
  const sending = useSend();
  const { input, change, forget, draft } = useTyped(view, item);
  const { state, evidence, reason } = input;
  const { owned, fields } = useOwned(view, input, change);
  const isOut = state === 'notApplicable';
  const whyNot = isOut && reason.trim() === '' ? say('checks.reasonNeeded') : undefined;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (whyNot || sending.isBusy || !owned) return;
    const text = isOut ? { reason } : evidence.trim() === '' ? {} : { evidence };
    const body = { type: 'checklist.itemSet', checkId: item.id, state, ...owned, ...text };
    const outcome = await sending.send({ caseId: view.id, append: false, version: view.version, body });
    if (!outcome.ok) return;
    forget();
    onDone();
  };
  return (
    <form className="check-form stack-tight" noValidate onSubmit={event => void submit(event)}>
      <ChoiceField
        label={say('checks.state')}
        id={`state-${item.id}`}
        options={checkStates.map(value => ({ value, label: code('state', value) }))}
        value={state}
        onChange={value => change({ state: value })}
      />
      <OwnerAndDay {...fields} />
      {isOut ? (
        <TextField
          label={say('checks.reason')}
          isRequired
          value={reason}
          onChange={text => change({ reason: text })}
          input={{ maxLength: 500 }}
          isLong
        />
      ) : (
        <TextField
          label={say('checks.evidence')}
          isRequired={false}
          value={evidence}
          onChange={text => change({ evidence: text })}
          input={{ maxLength: 500 }}
          isLong
        />
      )}
      <div className="row">
        <Button type="submit" kind="primary" isBusy={sending.isBusy} whyNot={whyNot}>
          {say('checks.save')}
        </Button>
        <Button
          onClick={() => {
            forget();
            onDone();
          }}
        >
          {say('record.cancel')}
        </Button>
        <KeptDraft {...draft} />
      </div>
      <ProblemNote error={sending.error} />
    </form>
  );
}

/** As the item stands, until something is typed. */
function useTyped(view: CaseView, item: CheckItem) {
  const [first] = useState({
    state: item.state as string,
    owner: item.owner ?? '',
    dueOn: item.dueOn ?? '',
    evidence: item.evidence ?? '',
    reason: item.reason ?? '',
  });
  return useDraftedInput({
    about: {
      ...{ place: `${view.id}.check.${item.id}`, caseId: view.id, subject: 'checklist.itemSet' },
      route: `/cases/${view.id}/checklists?item=${item.id}`,
    },
    first,
    parse: kept => keptInput(first, kept),
  });
}
