import type { CaseView, Transition } from '@kaerimichi/contracts';
import { type FormEvent, useMemo } from 'react';
import { problemOf } from '../../api/problem-error.ts';
import { mayWaive, useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ConditionList } from '../../parts/condition-list.tsx';
import { clockTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { ErrorSummary } from '../form/error-summary.tsx';
import '../form/form.css';
import { FormFields } from '../form/form-fields.tsx';
import { KeptDraft } from '../form/kept-draft.tsx';
import { LockedFields } from '../form/locked-fields.tsx';
import { type EventDescription, useEventForm } from '../form/use-event-form.ts';
import { useSubmit } from '../form/use-submit.ts';
import { isGrave } from './grave-act.ts';
import { Overtaken } from './overtaken.tsx';
import { Refusal } from './refusal.tsx';
import { stagePlace } from './stage-place.ts';
import { Sure } from './sure.tsx';
import { useStageWords } from './use-stage-words.ts';

type Props = {
  readonly view: CaseView;
  readonly transition: Transition;
  /** Somebody else moved the case while this was open: what is shown is how it was. */
  readonly isOvertaken: boolean;
  /** Shows the moves from where the case is now. */
  readonly onLook: () => void;
  readonly onClose: () => void;
  readonly onMoved: (() => void) | undefined;
  /** Shows the move before its answer, and this form again where it is refused; absent where it waits for the answer. */
  readonly goAhead: GoAhead | undefined;
};

export type GoAhead = {
  readonly begin: (to: string) => void;
  readonly refused: () => void;
  readonly accepted: (version: number) => void;
};

/** One move: its conditions, what it asks for, what follows from it, and the button that says what it does. */
export function MoveForm(props: Props) {
  const { pathway } = useWorkplace();
  const event = pathway.events.find(({ type }) => type === props.transition.event);
  return event ? <KnownMoveForm {...props} event={event} /> : null;
}

function KnownMoveForm(props: Props & { event: EventDescription }) {
  const { view, transition, event, isOvertaken, onLook, onClose, onMoved } = props;
  const { say } = useSpeech();
  const { enabled, effects, warnings, needs, fixed, label } = transition;
  const only = useMemo(() => ['occurredOn', ...needs], [needs]);
  const form = useEventForm({ view, event, only, fixed });
  const told = useMoveNotice(event);
  const stageWords = useStageWords();
  const isFinal = isGrave(event);
  const isMine = view.can.includes(transition.event);
  // What cannot be taken back is seen done when it is.
  const goAhead = isFinal ? undefined : props.goAhead;
  const { submit, isAsked, answers, part } = useSubmit({
    form,
    isGrave: isFinal,
    onSending: goAhead && (() => goAhead.begin(transition.to)),
    onRefused: goAhead?.refused,
    onSent: answer => {
      told(view, transition, answer.version);
      goAhead?.accepted(answer.version);
      onClose();
      onMoved?.();
    },
  });
  const whyNot = useWhyNot({ isOvertaken, isMine, enabled });
  const look = () => {
    form.sending.clear();
    onLook();
  };
  const isConflict = problemOf(form.sending.error)?.code === 'version-conflict';
  return (
    <form
      className="form"
      noValidate
      onSubmit={(submitted: FormEvent) => {
        submitted.preventDefault();
        void submit();
      }}
    >
      <MoveConditions view={view} transition={transition} onLeave={onClose} />
      {isOvertaken && !isConflict && !form.sending.isBusy && (
        <Overtaken view={view} mine={label}>
          <LookButton onClick={look} />
        </Overtaken>
      )}
      <Refusal
        error={form.sending.error}
        view={view}
        mine={label}
        answers={answers}
        isAnswer={part === 'refusal'}
        fields={form.fields}
        onLeave={onClose}
      >
        <LookButton onClick={look} />
      </Refusal>
      <ErrorSummary messages={form.messages} answers={answers} />
      {enabled && isMine && (
        <LockedFields lock={form.lock}>
          <FormFields
            fields={form.fields}
            values={form.values}
            onChange={form.change}
            messages={form.messages}
            view={view}
          />
        </LockedFields>
      )}
      {warnings.map(warning => (
        <p key={warning} className="note-soon">
          {warning}
        </p>
      ))}
      {effects.length > 0 && <Effects effects={effects} />}
      <div className="form-actions">
        {isAsked && (
          <Sure view={view} sentences={[say('move.sure', { move: label, stage: stageWords(transition.to) })]} />
        )}
        <Button type="submit" kind={isFinal ? 'danger' : 'primary'} isBusy={form.sending.isBusy} whyNot={whyNot}>
          {isAsked ? say('move.confirm', { move: label }) : label}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {say('common.close')}
        </Button>
        <KeptDraft {...form.draft} />
      </div>
      {isConflict && <p>{say('move.conflictSafe')}</p>}
    </form>
  );
}

type ConditionsProps = Pick<Props, 'view' | 'transition'> & { readonly onLeave: () => void };

/** What the move needs: what is done, what is missing, who may waive it. */
function MoveConditions({ view, transition, onLeave }: ConditionsProps) {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const { reasons, done } = transition;
  const canWaive = mayWaive(me, view.can);
  if (reasons.length + done.length === 0) return null;
  return (
    <section className="stack-tight">
      <h3>{say('condition.title', { done: done.length, all: done.length + reasons.length })}</h3>
      <ConditionList caseId={view.id} lead={view.card.lead} askIn={view} {...{ done, reasons, canWaive, onLeave }} />
      {!canWaive && reasons.some(({ waivable }) => waivable !== 'no') && (
        <p className="small muted">{say('move.waiver')}</p>
      )}
    </section>
  );
}

function useWhyNot(move: { isOvertaken: boolean; isMine: boolean; enabled: boolean }): string | undefined {
  const { say } = useSpeech();
  if (move.isOvertaken) return say('conflict.first');
  if (!move.isMine) return say('move.notYours');
  return move.enabled ? undefined : say('move.blocked');
}

function LookButton({ onClick }: { onClick: () => void }) {
  const { say } = useSpeech();
  return (
    <Button isSmall onClick={onClick}>
      {say('conflict.look')}
    </Button>
  );
}

function Effects({ effects }: { effects: readonly string[] }) {
  const { say } = useSpeech();
  return (
    <section>
      <h3>{say('move.effects')}</h3>
      <ul className="bullets">
        {effects.map(effect => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
    </section>
  );
}

/** Says what was done, where the page shows it, with the chance to take it back. */
function useMoveNotice(event: EventDescription) {
  const { notice, pathway } = useWorkplace();
  const speech = useSpeech();
  const { say, language } = speech;
  return (view: CaseView, transition: Transition, version: number) => {
    const at = Date.now();
    const text = say('move.done', {
      no: view.no,
      stage: stagePlace(pathway, transition.to, speech),
      time: clockTime(at, language),
    });
    notice.write({ caseId: view.id, no: view.no, version, text, at, canUndo: event.form.undoable });
  };
}
