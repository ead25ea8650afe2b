import type { CaseView, HandoffView } from '@kaerimichi/contracts';
import { asksFirstVisit, declineReasons } from '@kaerimichi/discharge';
import { useState } from 'react';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { parseDay } from '../../parts/parse-day.ts';
import { TextField } from '../../parts/text-field.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { itemsOf } from '../form/items-of.ts';
import { Sure } from '../move/sure.tsx';
import type { Step } from './use-handoffs.ts';
import { useSure } from './use-sure.ts';

/** Nobody is led to accept what is still to be confirmed. */
const acceptKind = ({ sections }: HandoffView): 'primary' | 'plain' =>
  sections.every(({ shared, confirmed }) => !shared || confirmed) ? 'primary' : 'plain';

type Props = { readonly view: CaseView; readonly handoff: HandoffView; readonly step: Step };
type Way = 'accept' | 'conditions' | 'decline';

/** How it was decided, or the three ways in which the recipient decides; what still speaks against one, the refusal says. */
export function DecisionPart({ view, handoff, step }: Props) {
  const { say } = useSpeech();
  const [way, setWay] = useState<Way | null>(null);
  const given = { view, handoff, step };
  const mayDecide = ['handoff.accepted', 'handoff.declined'].some(type => handoff.can.includes(type));
  return (
    <section className="panel stack-tight" aria-labelledby="handoff-decision">
      <h2 id="handoff-decision">{say('handoff.decision')}</h2>
      <Decided handoff={handoff} />
      {handoff.turn !== null && !handoff.decision && !mayDecide && <p className="muted">{say('handoff.undecided')}</p>}
      {mayDecide && way === null && (
        <p className="row">
          <Button kind={acceptKind(handoff)} onClick={() => setWay('accept')}>
            {say('handoff.accept')}
          </Button>
          <Button onClick={() => setWay('conditions')}>{say('handoff.acceptIf')}</Button>
          <Button onClick={() => setWay('decline')}>{say('handoff.decline')}</Button>
        </p>
      )}
      {mayDecide && (way === 'accept' || way === 'conditions') && (
        <AcceptForm {...given} isConditional={way === 'conditions'} onCancel={() => setWay(null)} />
      )}
      {mayDecide && way === 'decline' && <DeclineForm {...given} onCancel={() => setWay(null)} />}
    </section>
  );
}

function Decided({ handoff: { decision, status, org, outside } }: Pick<Props, 'handoff'>) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  if (!decision) return null;
  const who = org?.name ?? outside ?? '';
  const reason = decision.reason ? code('declineReason', decision.reason) : '';
  return (
    <>
      <p>{status === 'declined' ? say('handoff.declined', { org: who, reason }) : code('item', status)}</p>
      {decision.firstVisitOn && (
        <p>{say('handoff.firstVisit', { day: shortDay(decision.firstVisitOn, language, today) })}</p>
      )}
      {decision.text && <p className="as-written">{decision.text}</p>}
    </>
  );
}

type FormProps = Props & { readonly onCancel: () => void };

/** Whether the pathway wants the day of the first visit from whoever accepts here. */
function useAsksDay(view: CaseView, { id, side }: HandoffView): boolean {
  const { role } = useWorkplace().me.membership;
  const visits = itemsOf(view, 'visits').map(visit => ({ id: String(visit.id) }));
  return side === 'receiver' && asksFirstVisit({ role, stage: view.stage, handoffId: id, visits });
}

function AcceptForm({ view, handoff, step, isConditional, onCancel }: FormProps & { readonly isConditional: boolean }) {
  const { say } = useSpeech();
  const today = useToday();
  const isDayAsked = useAsksDay(view, handoff);
  const [conditions, setConditions] = useState('');
  const [visit, setVisit] = useState('');
  const firstVisitOn = parseDay(visit, today);
  const isUnread = visit.trim() !== '' && !firstVisitOn;
  const send = () =>
    step.send({
      type: 'handoff.accepted',
      handoffId: handoff.id,
      withConditions: isConditional,
      ...(firstVisitOn ? { firstVisitOn } : {}),
      ...(isConditional ? { conditions } : {}),
    });
  return (
    <div className="stack">
      {isConditional && (
        <TextField
          label={say('handoff.conditions')}
          hint={say('handoff.conditionsHint')}
          value={conditions}
          onChange={setConditions}
          isLong
          isRequired
        />
      )}
      <DayField
        label={say('handoff.firstVisitOn')}
        hint={isDayAsked ? undefined : say('handoff.firstVisitHint')}
        value={visit}
        onChange={setVisit}
        today={today}
        isRequired={isDayAsked}
      />
      <Buttons
        kind={acceptKind(handoff)}
        label={say(isConditional ? 'handoff.acceptIf' : 'handoff.accept')}
        isBusy={step.isBusy || isUnread}
        whyNot={
          (isConditional && conditions.trim() === '' && say('handoff.writeFirst')) ||
          (isDayAsked && visit.trim() === '' && say('handoff.firstVisitFirst'))
        }
        onSend={() => void send()}
        onCancel={onCancel}
      />
    </div>
  );
}

function DeclineForm({ view, handoff, step, onCancel }: FormProps) {
  const { say, code } = useSpeech();
  const sure = useSure('handoff.declined');
  const [declineReason, setReason] = useState('');
  const [note, setNote] = useState('');
  const send = () =>
    step.send({
      type: 'handoff.declined',
      handoffId: handoff.id,
      declineReason,
      ...(note.trim() === '' ? {} : { note }),
    });
  return (
    <div className="stack">
      <ChoiceField
        label={say('handoff.declineIntro')}
        options={declineReasons.map(value => ({ value, label: code('declineReason', value) }))}
        value={declineReason}
        onChange={reason => {
          sure.forget();
          setReason(reason);
        }}
        isRequired
        id="decline-reason"
      />
      <TextField
        label={say('handoff.declineNote')}
        hint={say('handoff.declineNoteHint')}
        value={note}
        onChange={setNote}
        isLong
        isRequired={false}
      />
      {sure.isAsked && <Sure view={view} sentences={sure.sentences} />}
      <Buttons
        label={sure.label(say('handoff.decline'))}
        isBusy={step.isBusy}
        whyNot={declineReason === '' && say('handoff.chooseFirst')}
        onSend={() => sure.press(() => void send())}
        onCancel={onCancel}
      />
    </div>
  );
}

type ButtonsProps = {
  readonly kind?: 'primary' | 'plain';
  readonly label: string;
  readonly isBusy: boolean;
  readonly whyNot: string | false;
  readonly onSend: () => void;
  readonly onCancel: () => void;
};

function Buttons({ kind = 'primary', label, isBusy, whyNot, onSend, onCancel }: ButtonsProps) {
  const { say } = useSpeech();
  return (
    <p className="row">
      <Button kind={kind} isBusy={isBusy} whyNot={whyNot} onClick={onSend}>
        {label}
      </Button>
      <Button onClick={onCancel}>{say('record.cancel')}</Button>
    </p>
  );
}
