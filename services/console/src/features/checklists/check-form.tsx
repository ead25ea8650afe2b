import type { CaseView, CheckItem } from '@kaerimichi/contracts';
import { checkStates } from '@kaerimichi/discharge';
import { type FormEvent, useState } from 'react';
import { useSend } from '../../api/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { OwnerAndDay, useOwned } from './owner-and-day.tsx';

type Props = { readonly view: CaseView; readonly item: CheckItem; readonly onDone: () => void };

/** How far an item is, whose and until when, and what shows it; of what does not apply why. */
export function CheckForm({ view, item, onDone }: Props) {
  const { say, code } = useSpeech();
  const sending = useSend();
  const [state, setState] = useState<string>(item.state);
  const { owned, fields } = useOwned(view, { owner: item.owner ?? '', dueOn: item.dueOn ?? '' });
  const [evidence, setEvidence] = useState(item.evidence ?? '');
  const [reason, setReason] = useState(item.reason ?? '');
  const isOut = state === 'notApplicable';
  const whyNot = isOut && reason.trim() === '' ? say('checks.reasonNeeded') : undefined;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (whyNot || sending.isBusy || !owned) return;
    const text = isOut ? { reason } : evidence.trim() === '' ? {} : { evidence };
    const body = { type: 'checklist.itemSet', checkId: item.id, state, ...owned, ...text };
    const outcome = await sending.send({ caseId: view.id, append: false, version: view.version, body });
    if (outcome.ok) onDone();
  };
  return (
    <form className="check-form stack-tight" noValidate onSubmit={event => void submit(event)}>
      <ChoiceField
        label={say('checks.state')}
        id={`state-${item.id}`}
        options={checkStates.map(value => ({ value, label: code('state', value) }))}
        value={state}
        onChange={setState}
      />
      <OwnerAndDay {...fields} />
      {isOut ? (
        <TextField
          label={say('checks.reason')}
          isRequired
          value={reason}
          onChange={setReason}
          input={{ maxLength: 500 }}
          isLong
        />
      ) : (
        <TextField
          label={say('checks.evidence')}
          isRequired={false}
          value={evidence}
          onChange={setEvidence}
          input={{ maxLength: 500 }}
          isLong
        />
      )}
      <div className="row">
        <Button type="submit" kind="primary" isBusy={sending.isBusy} whyNot={whyNot}>
          {say('checks.save')}
        </Button>
        <Button onClick={onDone}>{say('record.cancel')}</Button>
      </div>
      <ProblemNote error={sending.error} />
    </form>
  );
}
