import type { CaseView } from '@kaerimichi/contracts';
import { type FormEvent, useMemo } from 'react';
import { Link, Navigate, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { problemOf } from '../../api/problem-error.ts';
import { isFresh, useCase, useCaseWatch } from '../../api/queries.ts';
import { MissingPage } from '../../app/missing-page.tsx';
import { usePageTitle } from '../../app/page-title.ts';
import { maySend, useWorkplace } from '../../app/workplace.tsx';
import { BackLink } from '../../parts/back-link.tsx';
import { Button } from '../../parts/button.tsx';
import { CaseName } from '../../parts/case-name.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { clockTime } from '../../words/dates.ts';
import { lazyPart } from '../../words/lazy-part.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { ErrorSummary } from '../form/error-summary.tsx';
import { FieldChooser } from '../form/field-chooser.tsx';
import '../form/form.css';
import { FormFields } from '../form/form-fields.tsx';
import { KeptDraft } from '../form/kept-draft.tsx';
import { LockedFields } from '../form/locked-fields.tsx';
import { type EventDescription, useEventForm } from '../form/use-event-form.ts';
import { useSubmit } from '../form/use-submit.ts';
import { isGrave } from '../move/grave-act.ts';
import { Refusal } from '../move/refusal.tsx';
import { Sure } from '../move/sure.tsx';
import { BesideForm } from './beside-form.tsx';
import './case.css';
import { TaskWords } from '../tasks/task-words.tsx';
import { CorrectedEntry } from './corrected-entry.tsx';
import { ownSide } from './own-side.ts';
import { recordPath } from './record-path.ts';
import { RecordSheet } from './record-sheet.tsx';
import { comingBack } from './returned-focus.ts';
import { settledBy } from './settled-by.ts';
import { SourceHint } from './source-hint.tsx';
import { useFollowing } from './use-following.ts';

const WhatIfPart = lazyPart(() => import('../answers/what-if-part.tsx'), 'WhatIfPart');

/** The form of one event, made from its schema: where a condition's link leads. */
export function RecordPage() {
  const { id = '', type = '' } = useParams();
  const { pathway } = useWorkplace();
  const view = useCase(id);
  useCaseWatch(id);
  const [search] = useSearchParams();
  const fixed = useSettled(type, search, view.data?.card.lead);
  if (type.startsWith('handoff.')) return <Navigate replace to={recordPath(id, type, search.get('handoffId'))} />;
  const event = pathway.events.find(other => other.type === type && other.kind !== 'time');
  if (!event || !fixed || problemOf(view.error)?.code === 'not-found') return <MissingPage />;
  if (view.data && isFresh(view))
    return (
      <RecordSheet view={view.data}>
        <RecordForm key={`${type} ${fixed.seq ?? fixed.task ?? ''}`} view={view.data} event={event} fixed={fixed} />
      </RecordSheet>
    );
  if (!view.error || view.data) return <Patience />;
  return (
    <div className="page">
      <ProblemNote error={view.error} onRetry={() => void view.refetch()} />
    </div>
  );
}

/** What is settled by the link that led here, and by who it is that records it. */
function useSettled(type: string, search: URLSearchParams, lead: string | undefined) {
  const { org } = useWorkplace().me.membership;
  return useMemo(() => {
    const settled = settledBy(type, search);
    return settled && { ...settled, ...(lead === undefined ? {} : ownSide(type, { lead, org: org.id })) };
  }, [type, search, lead, org.id]);
}

type Props = { readonly view: CaseView; readonly event: EventDescription };

type FormProps = Props & {
  /** Settled already: sent with it, not asked. */
  readonly fixed: Readonly<Record<string, unknown>>;
};

function RecordForm({ view, event, fixed }: FormProps) {
  const { say, pick } = useSpeech();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const { pathname, search: query } = useLocation();
  const form = useEventForm({ view, event, search, fixed });
  const told = useRecordedNotice(view, event);
  const label = pick(event.todo);
  usePageTitle(`${label} ${view.no}`);
  const act = useFollowing(view, event, form.values);
  const { submit, isAsked, answers, part } = useSubmit({
    form,
    isGrave: act.isAsked,
    onSent: answer => {
      told(answer.version);
      void navigate(`/cases/${view.id}`);
    },
  });
  const isBusy = form.sending.isBusy || act.isUnknown;
  return (
    <div className="page narrow stack record-form">
      <RecordHead view={view} label={label} />
      <SourceHint view={view} event={event.type} />
      {typeof fixed.seq === 'number' && <CorrectedEntry caseId={view.id} seq={fixed.seq} />}
      {typeof fixed.task === 'string' && <TaskWords caseId={view.id} task={fixed.task} />}
      <form
        className="form"
        noValidate
        onSubmit={(submitted: FormEvent) => {
          submitted.preventDefault();
          if (!isBusy) void submit();
        }}
      >
        <ErrorSummary messages={form.messages} answers={answers} />
        <Refusal
          error={form.sending.error}
          view={view}
          mine={label}
          isRecord={event.kind !== 'move'}
          answers={answers}
          isAnswer={part === 'refusal'}
          fields={form.fields}
        >
          <p>
            {say('conflict.again')} <Link to={`/cases/${view.id}`}>{say('conflict.look')}</Link>
          </p>
        </Refusal>
        {form.clash && <FieldChooser clash={form.clash} view={view} messages={form.messages} onChoose={form.choose} />}
        <LockedFields lock={form.lock}>
          <FormFields
            fields={form.fields}
            values={form.values}
            onChange={form.change}
            messages={form.messages}
            view={view}
            event={event.type}
          />
        </LockedFields>
        <BesideForm view={view} event={event.type} values={form.values} />
        <div className="form-actions">
          {isAsked && <Sure view={view} sentences={act.sentences} />}
          <SubmitButton view={view} event={event} isBusy={isBusy} isAsked={isAsked} isGrave={isGrave(event)} />
          <Link className="button" to={`/cases/${view.id}`} state={comingBack(`${pathname}${query}`)}>
            {say('record.cancel')}
          </Link>
          <KeptDraft {...form.draft} />
        </div>
        <WhatIfPart view={view} event={event.type} written={form.written} />
      </form>
    </div>
  );
}

/** Which child, and what is recorded. */
function RecordHead({ view, label }: { view: CaseView; label: string }) {
  const { say } = useSpeech();
  return (
    <>
      <p className="small">
        <BackLink to={`/cases/${view.id}`}>{say('record.back', { no: view.no })}</BackLink>
      </p>
      <h1>{label}</h1>
      <p className="row">
        <CaseName card={view.card} />
      </p>
    </>
  );
}

type Pressing = Props & { readonly isBusy: boolean; readonly isAsked: boolean; readonly isGrave: boolean };

function SubmitButton({ view, event, isBusy, isAsked, isGrave: isFinal }: Pressing) {
  const { say, pick } = useSpeech();
  const { me } = useWorkplace();
  const label = pick(event.label);
  const isYours = maySend(me, event.type);
  const whyNot = view.can.includes(event.type) ? undefined : say(isYours ? 'record.notNow' : 'record.notYours');
  return (
    <Button type="submit" kind={isFinal ? 'danger' : 'primary'} isBusy={isBusy} whyNot={whyNot}>
      {isAsked ? say('move.confirm', { move: label }) : event.kind === 'move' ? label : say('record.submit')}
    </Button>
  );
}

/** Says on the case's page that it is written; a move can be taken back from there. */
function useRecordedNotice(view: CaseView, event: EventDescription) {
  const { notice } = useWorkplace();
  const { say, pick, language } = useSpeech();
  return (version: number) => {
    const at = Date.now();
    const text = say('record.done', { no: view.no, what: pick(event.label), time: clockTime(at, language) });
    notice.write({ caseId: view.id, no: view.no, version, text, at, canUndo: event.form.undoable });
  };
}
