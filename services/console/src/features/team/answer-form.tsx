import type { CaseView, Enquiry } from '@kaerimichi/contracts';
import { type FormEvent, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { clockTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { ErrorSummary } from '../form/error-summary.tsx';
import { itemsOf } from '../form/items-of.ts';
import '../form/form.css';
import { FormFields } from '../form/form-fields.tsx';
import { KeptDraft } from '../form/kept-draft.tsx';
import { LockedFields } from '../form/locked-fields.tsx';
import type { FieldSpec } from '../form/schema.ts';
import { type EventDescription, useEventForm } from '../form/use-event-form.ts';
import { useSubmit } from '../form/use-submit.ts';
import type { Values } from '../form/values.ts';
import { Refusal } from '../move/refusal.tsx';
import { Sure } from '../move/sure.tsx';
import { answerFields, withoutReason } from './answer-fields.ts';

type Props = { readonly view: CaseView; readonly asks: Enquiry['asks'] };

/** The answer to an enquiry; of several, to one after the other. */
export function AnswerForm({ view, asks }: Props) {
  const { say, code } = useSpeech();
  const { pathway } = useWorkplace();
  const [chosen, setChosen] = useState('');
  const event = pathway.events.find(({ type }) => type === 'candidate.answered');
  const ask = asks.find(({ candidateId }) => candidateId === chosen) ?? asks[0];
  if (!event || !ask) return null;
  return (
    <div className="stack">
      {asks.length > 1 && (
        <ChoiceField
          id="enquiry-part"
          label={say('enquiry.whichPart')}
          options={asks.map(({ candidateId, function: part }) => ({
            value: candidateId,
            label: code('function', part),
          }))}
          value={ask.candidateId}
          onChange={setChosen}
        />
      )}
      <OneAnswer key={ask.candidateId} view={view} event={event} candidateId={ask.candidateId} />
    </div>
  );
}

type OneProps = { readonly view: CaseView; readonly event: EventDescription; readonly candidateId: string };

const only = ['answer', 'declineReason', 'note'];

function OneAnswer({ view, event, candidateId }: OneProps) {
  const { say, pick } = useSpeech();
  const fixed = useMemo(() => ({ candidateId }), [candidateId]);
  const form = useEventForm({ view, event, only, fixed });
  const after = useAfterwards(view, candidateId);
  const isDeclining = form.values.answer === 'declined';
  const { submit, isAsked, answers, part } = useSubmit({
    form,
    // Without a reason the server says first what is missing.
    isGrave: isDeclining && form.values.declineReason !== undefined,
    onSent: answer => after({ isDeclining, version: answer.version }),
  });
  const fields = useAnswerFields(form.fields, form.values);
  const { isBusy } = form.sending;
  return (
    <form
      className="form"
      noValidate
      aria-label={say('enquiry.reply')}
      onSubmit={(submitted: FormEvent) => {
        submitted.preventDefault();
        if (!isBusy) void submit();
      }}
    >
      <ErrorSummary messages={form.messages} answers={answers} />
      <Refusal
        error={form.sending.error}
        view={view}
        mine={pick(event.label)}
        isRecord
        answers={answers}
        isAnswer={part === 'refusal'}
        fields={form.fields}
      >
        <p>{say('conflict.again')}</p>
      </Refusal>
      <LockedFields lock={form.lock}>
        <FormFields
          fields={fields}
          values={form.values}
          onChange={values => {
            form.sending.clear();
            form.change(withoutReason(values));
          }}
          messages={form.messages}
          view={view}
          event={event.type}
        />
      </LockedFields>
      <div className="form-actions">
        {isAsked && <Sure view={view} sentences={[say('enquiry.sureDecline')]} />}
        <Button type="submit" kind="primary" isBusy={isBusy}>
          {say(isAsked ? 'enquiry.decline' : 'enquiry.send')}
        </Button>
        <KeptDraft {...form.draft} />
      </div>
    </form>
  );
}

/** The fields in the words of whoever was asked. */
function useAnswerFields(fields: readonly FieldSpec[], values: Values): FieldSpec[] {
  const { say } = useSpeech();
  const words = {
    answer: say('enquiry.reply'),
    accepted: say('enquiry.canAccept'),
    declined: say('enquiry.cannotAccept'),
    note: say('enquiry.conditions'),
    noteHint: say('enquiry.conditionsHint'),
  };
  return answerFields(fields, values, words);
}

/** Says that the answer is told; whoever has no other part in the case is led away before it is gone. */
function useAfterwards(view: CaseView, candidateId: string) {
  const { notice } = useWorkplace();
  const { say, language } = useSpeech();
  const navigate = useNavigate();
  const others = itemsOf(view, 'team').filter(({ id, state }) => id !== candidateId && state !== 'declined');
  return ({ isDeclining, version }: { isDeclining: boolean; version: number }) => {
    const at = Date.now();
    const key = isDeclining ? 'enquiry.declined' : 'enquiry.sent';
    const text = say(key, { no: view.no, time: clockTime(at, language) });
    notice.write({ caseId: view.id, no: view.no, version, text, at, canUndo: false });
    if (isDeclining && others.length === 0) void navigate('/board');
  };
}
