import type { CaseView, HandoffView } from '@kaerimichi/contracts';
import { asksFirstVisit, declineReasons } from '@kaerimichi/discharge';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { parseDay } from '../../parts/parse-day.ts';
import { TextField } from '../../parts/text-field.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { itemsOf } from '../form/items-of.ts';
import { KeptDraft } from '../form/kept-draft.tsx';
import { Sure } from '../move/sure.tsx';
import { markOf } from './status-words.ts';
import type { Step } from './use-handoffs.ts';
import type { Said } from './use-said.ts';
import { useSure } from './use-sure.ts';

/** Nobody is led to accept what is still to be confirmed. */
const acceptKind = ({ sections }: HandoffView): 'primary' | 'plain' =>
  sections.every(({ shared, confirmed }) => !shared || confirmed) ? 'primary' : 'plain';

type Props = { readonly view: CaseView; readonly handoff: HandoffView; readonly step: Step; readonly said: Said };
const ways = ['accept', 'conditions', 'decline'] as const;
type Way = (typeof ways)[number];
/** What is typed of a decision. */
const typed = [
  'decision.way',
  'decision.conditions',
  'decision.visit',
  'decision.reason',
  'decision.note',
  'decision.suggestion',
];

/** How it was decided, or the three ways in which the recipient decides; what still speaks against one, the refusal says. */
export function DecisionPart(given: Props) {
  const { handoff, said } = given;
  const { say } = useSpeech();
  const [chosen, setWay] = useState<Way | null>(null);
  const way = chosen ?? ways.find(one => one === said.textOf('decision.way')) ?? null;
  const cancel = () => {
    said.done(...typed);
    setWay(null);
  };
  const mayDecide = ['handoff.accepted', 'handoff.declined'].some(type => handoff.can.includes(type));
  return (
    <section className="panel stack-tight" aria-labelledby="handoff-decision">
      <h2 id="handoff-decision">{say('handoff.decision')}</h2>
      <Decided handoff={handoff} />
      {handoff.turn !== null && !handoff.decision && !mayDecide && <p className="muted">{say('handoff.undecided')}</p>}
      {mayDecide && <Unconfirmed handoff={handoff} />}
      {mayDecide && <Unsaid handoff={handoff} />}
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
        <AcceptForm {...given} isConditional={way === 'conditions'} onCancel={cancel} />
      )}
      {mayDecide && way === 'decline' && <DeclineForm {...given} onCancel={cancel} />}
    </section>
  );
}

/** Said before the decision, and never in the way of what there is to read. */
function Unsaid({ handoff: { saidBack } }: Pick<Props, 'handoff'>) {
  const { say } = useSpeech();
  const n = saidBack.filter(({ said }) => said === null).length;
  return n > 0 ? <p className="small">{say('handoff.stillUnsaid', { n })}</p> : null;
}

/** Nobody answers for a section that nobody has read. */
function Unconfirmed({ handoff: { sections } }: Pick<Props, 'handoff'>) {
  const { say, code } = useSpeech();
  const left = sections.filter(({ shared, confirmed }) => shared && !confirmed);
  if (left.length === 0) return null;
  const names = left.map(({ id }) => code('section', id)).join(say('common.listMark'));
  return <p className="small">{say('handoff.stillUnconfirmed', { names })}</p>;
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
      {decision.suggestion && <p className="as-written">{say('handoff.suggested', { who: decision.suggestion })}</p>}
      {decision.version !== null && decision.hash && (
        <p className="small muted">{say('handoff.ofVersion', { v: decision.version, mark: markOf(decision.hash) })}</p>
      )}
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

type AcceptProps = FormProps & { readonly isConditional: boolean };

function AcceptForm({ view, handoff, step, said, isConditional, onCancel }: AcceptProps) {
  const { say } = useSpeech();
  const today = useToday();
  const isDayAsked = useAsksDay(view, handoff);
  const conditions = said.textOf('decision.conditions');
  const visit = said.textOf('decision.visit');
  const write = decided(said, isConditional ? 'conditions' : 'accept');
  const firstVisitOn = parseDay(visit, today);
  const isUnread = visit.trim() !== '' && !firstVisitOn;
  const send = async () => {
    const sent = await step.send({
      type: 'handoff.accepted',
      handoffId: handoff.id,
      withConditions: isConditional,
      ...(handoff.hash ? { readHash: handoff.hash } : {}),
      ...(firstVisitOn ? { firstVisitOn } : {}),
      ...(isConditional ? { conditions } : {}),
    });
    if (sent.ok) said.done(...typed);
  };
  return (
    <DecisionForm said={said} onSend={() => void send()}>
      {isConditional && (
        <TextField
          label={say('handoff.conditions')}
          hint={say('handoff.conditionsHint')}
          value={conditions}
          onChange={text => write('decision.conditions', text)}
          isLong
          isRequired
        />
      )}
      <DayField
        label={say('handoff.firstVisitOn')}
        hint={isDayAsked ? undefined : say('handoff.firstVisitHint')}
        value={visit}
        onChange={text => write('decision.visit', text)}
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
        onCancel={onCancel}
      />
    </DecisionForm>
  );
}

function DeclineForm({ view, handoff, step, said, onCancel }: FormProps) {
  const { say, code } = useSpeech();
  const sure = useSure('handoff.declined');
  const declineReason = said.textOf('decision.reason');
  const note = said.textOf('decision.note');
  const suggestion = said.textOf('decision.suggestion');
  const write = decided(said, 'decline');
  const send = async () => {
    const sent = await step.send({
      type: 'handoff.declined',
      handoffId: handoff.id,
      declineReason,
      ...(note.trim() === '' ? {} : { note }),
      ...(suggestion.trim() === '' ? {} : { suggestion }),
    });
    if (sent.ok) said.done(...typed);
  };
  return (
    <DecisionForm said={said} onSend={() => sure.press(() => void send())}>
      <ChoiceField
        label={say('handoff.declineIntro')}
        options={declineReasons.map(value => ({ value, label: code('declineReason', value) }))}
        value={declineReason}
        onChange={reason => {
          sure.forget();
          write('decision.reason', reason);
        }}
        isRequired
        id="decline-reason"
      />
      <TextField
        label={say('handoff.declineNote')}
        value={note}
        onChange={text => write('decision.note', text)}
        isLong
        isRequired={false}
      />
      <TextField
        label={say('handoff.suggestion')}
        hint={say('handoff.declineNoteHint')}
        value={suggestion}
        onChange={text => write('decision.suggestion', text)}
        isRequired={false}
        input={{ maxLength: 500 }}
      />
      {sure.isAsked && <Sure view={view} sentences={sure.sentences} />}
      <Buttons
        label={sure.label(say('handoff.decline'))}
        isBusy={step.isBusy}
        whyNot={declineReason === '' && say('handoff.chooseFirst')}
        onCancel={onCancel}
      />
    </DecisionForm>
  );
}

/** Writes one of its texts, and which of the three ways it belongs to. */
const decided = (said: Said, way: Way) => (name: string, text: string) =>
  said.write(name, text, { 'decision.way': way });

type DecisionFormProps = { readonly said: Said; readonly onSend: () => void; readonly children: ReactNode };

function DecisionForm({ said, onSend, children }: DecisionFormProps) {
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend();
  };
  return (
    <form className="stack" noValidate onSubmit={send}>
      {children}
      {said.textOf('decision.way') !== '' && <KeptDraft {...said.draft} />}
    </form>
  );
}

type ButtonsProps = {
  readonly kind?: 'primary' | 'plain';
  readonly label: string;
  readonly isBusy: boolean;
  readonly whyNot: string | false;
  readonly onCancel: () => void;
};

function Buttons({ kind = 'primary', label, isBusy, whyNot, onCancel }: ButtonsProps) {
  const { say } = useSpeech();
  return (
    <p className="row">
      <Button kind={kind} type="submit" isBusy={isBusy} whyNot={whyNot}>
        {label}
      </Button>
      <Button onClick={onCancel}>{say('record.cancel')}</Button>
    </p>
  );
}
