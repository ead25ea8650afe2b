import type { CaseView, HandoffView } from '@kaerimichi/contracts';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { KeptDraft } from '../form/kept-draft.tsx';
import { Sure } from '../move/sure.tsx';
import type { Step } from './use-handoffs.ts';
import type { Said } from './use-said.ts';
import { useSure } from './use-sure.ts';

type Props = { readonly view: CaseView; readonly handoff: HandoffView; readonly step: Step; readonly said: Said };

const NOTE = 'withdraw.note';

/** What the sending house does with a handoff: send it, write a new version, take it back. */
export function SenderPart({ view, handoff, step, said }: Props) {
  const { say } = useSpeech();
  const sure = useSure('handoff.sent');
  const [isPressed, setPressed] = useState(false);
  const isWithdrawing = isPressed || said.textOf(NOTE) !== '';
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
            onClick={() =>
              sure.press(() => void step.send({ type: 'handoff.sent', handoffId: handoff.id, teachBack: true }))
            }
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
          <Button onClick={() => setPressed(true)}>{say('handoff.withdraw')}</Button>
        )}
      </p>
      {isWithdrawing && can('handoff.withdrawn') && (
        <WithdrawForm handoff={handoff} step={step} said={said} onDone={() => setPressed(false)} />
      )}
    </section>
  );
}

type FormProps = Omit<Props, 'view'> & { readonly onDone: () => void };

/** Taken back, a handoff is read no more; who had opened it is said before, and stays in the clock. */
function WithdrawForm({ handoff, step, said, onDone }: FormProps) {
  const { say } = useSpeech();
  const note = said.textOf(NOTE);
  const names = new Set(
    handoff.clock
      .filter(({ step: type }) => type === 'handoff.opened')
      .map(({ name, org }) => [name, org].filter(Boolean).join(' ')),
  );
  const end = () => {
    said.done(NOTE);
    onDone();
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const body = { type: 'handoff.withdrawn', handoffId: handoff.id, ...(note.trim() === '' ? {} : { note }) };
    if ((await step.send(body)).ok) end();
  };
  return (
    <form className="stack" noValidate onSubmit={event => void send(event)}>
      <p>
        {names.size > 0
          ? say('handoff.openedBy', { names: [...names].join(say('common.listMark')) })
          : say('handoff.openedByNobody')}
      </p>
      <TextField
        label={say('handoff.withdrawNote')}
        value={note}
        onChange={text => said.write(NOTE, text)}
        isLong
        isRequired={false}
      />
      <p className="row">
        <Button kind="danger" type="submit" isBusy={step.isBusy}>
          {say('handoff.withdraw')}
        </Button>
        <Button onClick={end}>{say('record.cancel')}</Button>
        {note !== '' && <KeptDraft {...said.draft} />}
      </p>
    </form>
  );
}
