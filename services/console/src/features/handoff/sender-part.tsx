import type { CaseView, HandoffView } from '@kaerimichi/contracts';
import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { Sure } from '../move/sure.tsx';
import type { Step } from './use-handoffs.ts';
import { useSure } from './use-sure.ts';

type Props = { readonly view: CaseView; readonly handoff: HandoffView; readonly step: Step };

/** What the sending house does with a handoff: send it, write a new version, take it back. */
export function SenderPart({ view, handoff, step }: Props) {
  const { say } = useSpeech();
  const sure = useSure('handoff.sent');
  const [isWithdrawing, setWithdrawing] = useState(false);
  const can = (type: string) => handoff.can.includes(type);
  const isUnsent = handoff.status === 'draft' || handoff.hasDraft;
  if (!['handoff.composed', 'handoff.sent', 'handoff.withdrawn'].some(can)) return null;
  return (
    <section className="panel stack-tight" aria-labelledby="handoff-sender">
      <h2 id="handoff-sender">{say('handoff.sender')}</h2>
      {handoff.hasDraft && <p>{say('handoff.hasDraft', { v: handoff.version })}</p>}
      {sure.isAsked && <Sure view={view} sentences={sure.sentences} />}
      <p className="row">
        {can('handoff.sent') && isUnsent && (
          <Button
            kind="primary"
            isBusy={step.isBusy}
            onClick={() => sure.press(() => void step.send({ type: 'handoff.sent', handoffId: handoff.id }))}
          >
            {sure.label(say('handoff.send'))}
          </Button>
        )}
        {can('handoff.composed') && (
          <Link className="button" to={`/cases/${view.id}/handoffs/${handoff.id}/revise`}>
            {say(handoff.status === 'draft' ? 'handoff.goOn' : 'handoff.revise')}
          </Link>
        )}
        {can('handoff.withdrawn') && !isWithdrawing && (
          <Button onClick={() => setWithdrawing(true)}>{say('handoff.withdraw')}</Button>
        )}
      </p>
      {isWithdrawing && can('handoff.withdrawn') && (
        <WithdrawForm handoff={handoff} step={step} onCancel={() => setWithdrawing(false)} />
      )}
    </section>
  );
}

type FormProps = Omit<Props, 'view'> & { readonly onCancel: () => void };

/** Taken back, a handoff is read no more; who had opened it is said before, and stays in the clock. */
function WithdrawForm({ handoff, step, onCancel }: FormProps) {
  const { say } = useSpeech();
  const [note, setNote] = useState('');
  const names = new Set(
    handoff.clock
      .filter(({ step: type }) => type === 'handoff.opened')
      .map(({ name, org }) => [name, org].filter(Boolean).join(' ')),
  );
  const send = () =>
    step.send({ type: 'handoff.withdrawn', handoffId: handoff.id, ...(note.trim() === '' ? {} : { note }) });
  return (
    <div className="stack">
      <p>
        {names.size > 0
          ? say('handoff.openedBy', { names: [...names].join(say('common.listMark')) })
          : say('handoff.openedByNobody')}
      </p>
      <TextField label={say('handoff.withdrawNote')} value={note} onChange={setNote} isLong isRequired={false} />
      <p className="row">
        <Button kind="danger" isBusy={step.isBusy} onClick={() => void send()}>
          {say('handoff.withdraw')}
        </Button>
        <Button onClick={onCancel}>{say('record.cancel')}</Button>
      </p>
    </div>
  );
}
