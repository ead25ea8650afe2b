import type { CaseView, HandoffView } from '@kaerimichi/contracts';
import { useEffect, useRef } from 'react';
import { useParams } from 'react-router';
import { problemOf } from '../../api/problem-error.ts';
import { useCase, useCaseWatch } from '../../api/queries.ts';
import { MissingPage } from '../../app/missing-page.tsx';
import { usePageTitle } from '../../app/page-title.ts';
import { useObservable } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { BackLink } from '../../parts/back-link.tsx';
import { CaseName } from '../../parts/case-name.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useLatest } from '../../parts/use-latest.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import '../case/case.css';
import { Refusal } from '../move/refusal.tsx';
import { ClockList } from './clock-list.tsx';
import { DecisionPart } from './decision-part.tsx';
import './handoff.css';
import { PaperPart } from './paper-part.tsx';
import { ReviewPart } from './review-part.tsx';
import { SaidBackPart } from './said-back-part.tsx';
import { anchorOf, SectionPanel } from './section-panel.tsx';
import { SenderPart } from './sender-part.tsx';
import { countsOf, markOf, statusWords, turnKey } from './status-words.ts';
import { SuggestionPart } from './suggestion-part.tsx';
import { type Step, useCaseHandoffs, useStep } from './use-handoffs.ts';
import { useSaid } from './use-said.ts';

/** 引き継ぎを読む: section by section, with what each end can do, and the clock that both see. */
export function HandoffPage() {
  const { id = '', hid = '' } = useParams();
  const view = useCase(id);
  const read = useCaseHandoffs(id);
  useCaseWatch(id);
  const handoff = read.data?.handoffs.find(one => one.id === hid);
  const error = view.error ?? read.error;
  // Whoever declined, or from whom it was withdrawn, reads it no longer.
  if (problemOf(error)?.code === 'not-found') return <MissingPage />;
  if (view.data && read.data && handoff)
    return (
      <OpenHandoff
        key={hid}
        view={view.data}
        version={read.data.version}
        handoff={handoff}
        lead={read.data.lead.name}
        mayCompose={read.data.mayCompose}
      />
    );
  if (view.data && read.data) return <MissingPage />;
  if (!error) return <Patience />;
  return (
    <div className="page">
      <ProblemNote error={error} onRetry={() => void read.refetch()} />
    </div>
  );
}

type Props = {
  readonly view: CaseView;
  readonly version: number;
  readonly handoff: HandoffView;
  readonly lead: string;
  readonly mayCompose: boolean;
};

function OpenHandoff({ view, version, handoff, lead, mayCompose }: Props) {
  const { say } = useSpeech();
  usePageTitle(`${say('handoff.title')} ${view.no}`);
  const step = useStep(view.id, version);
  const said = useSaid(view.id, handoff);
  useOpening(handoff, step);
  // What somebody comes here for stands first: a refusal, and what is said of it after the first visit.
  const isDeclined = handoff.status === 'declined';
  const isReviewOpen = handoff.isReviewWanted || handoff.review?.wantsReply === true;
  const answer = (
    <>
      <DecisionPart view={view} handoff={handoff} step={step} said={said} />
      <SuggestionPart caseId={view.id} handoff={handoff} mayCompose={mayCompose} />
    </>
  );
  return (
    <div className="page stack">
      <Title view={view} />
      <p className="row handoff-name">
        <CaseName card={view.card} />
      </p>
      <Head handoff={handoff} lead={lead} />
      <Refusal
        error={step.error}
        view={view}
        mine={say('handoff.title')}
        isRecord
        answers={step.answers}
        isAnswer
        fields={[]}
      >
        <p>{say('conflict.again')}</p>
      </Refusal>
      <div className="handoff-columns">
        <Contents handoff={handoff} />
        <div className="stack">
          {isDeclined && answer}
          {isReviewOpen && <ReviewPart handoff={handoff} step={step} said={said} />}
          {handoff.content && (
            <section className="panel stack-tight" aria-labelledby="handoff-content">
              <h2 id="handoff-content">{say('handoff.content')}</h2>
              <p className="as-written">{handoff.content}</p>
            </section>
          )}
          {handoff.sections.map(section => (
            <SectionPanel key={section.id} handoff={handoff} section={section} step={step} said={said} />
          ))}
          <SaidBackPart handoff={handoff} step={step} said={said} />
          {!isReviewOpen && <ReviewPart handoff={handoff} step={step} said={said} />}
          <PaperPart caseId={view.id} handoff={handoff} />
          <SenderPart view={view} handoff={handoff} step={step} said={said} />
          {!isDeclined && answer}
          <ClockList handoff={handoff} />
        </div>
      </div>
    </div>
  );
}

/** Sent since it was last opened; one with an open question stays questioned. */
function isSentAnew({ status, clock }: HandoffView): boolean {
  const last = (step: string) => clock.findLastIndex(one => one.step === step);
  return ['sent', 'questioned'].includes(status) && last('handoff.sent') > last('handoff.opened');
}

/** Whoever it is addressed to has opened it by reading it, once for each version; what the lead reads for somebody outside it says itself. */
function useOpening(handoff: HandoffView, step: Step): void {
  const opened = useRef('');
  const latest = useLatest(step);
  const { isConnected } = useObservable(useWorkplace().live.status);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was not told is told once the connection is back
  useEffect(() => {
    const mark = `${handoff.id} ${handoff.version}`;
    const isUnread = isSentAnew(handoff) && handoff.side === 'receiver' && handoff.can.includes('handoff.opened');
    if (!isUnread || opened.current === mark) return;
    opened.current = mark;
    void latest()
      .send({ type: 'handoff.opened', handoffId: handoff.id })
      .then(sent => {
        if (!sent.ok && opened.current === mark) opened.current = '';
      });
  }, [handoff, latest, isConnected]);
}

function Title({ view }: Pick<Props, 'view'>) {
  const { say } = useSpeech();
  return (
    <header className="stack-tight">
      <p className="small">
        <BackLink to={`/cases/${view.id}/handoffs`}>{say('handoff.back', { no: view.no })}</BackLink>
      </p>
      <h1>{say('handoff.title')}</h1>
    </header>
  );
}

/** From whom to whom, how far it is and whose turn it is. */
function Head({ handoff, lead }: Pick<Props, 'handoff' | 'lead'>) {
  const speech = useSpeech();
  const { say } = speech;
  const to = handoff.org?.name ?? handoff.outside ?? '';
  const turn = turnKey(handoff.turn, handoff.side);
  return (
    <div className="stack-tight">
      <p>{say('handoff.fromTo', { from: lead, to })}</p>
      <p className="row" role="status">
        <span className="tag">{statusWords(countsOf(handoff), speech)}</span>
        <span className="small">{say('handoff.version', { v: handoff.version })}</span>
        {handoff.hash && <span className="small muted">{say('handoff.mark', { mark: markOf(handoff.hash) })}</span>}
        {turn && <strong className="small">{say(turn)}</strong>}
      </p>
    </div>
  );
}

/** 目次: where each section stands, and the way to it. */
function Contents({ handoff }: Pick<Props, 'handoff'>) {
  const { say, code } = useSpeech();
  return (
    <nav className="panel handoff-contents" aria-label={say('handoff.contents')}>
      <ol>
        {handoff.sections.map(({ id, shared, confirmed, questions }, at) => {
          const open = questions.filter(({ answer }) => !answer).length;
          return (
            <li key={id}>
              <a href={`#${anchorOf(id)}`}>
                {at + 1} {code('section', id)}
              </a>{' '}
              <span className="small muted">
                {!shared && say('facts.notShared')}
                {shared && say(confirmed ? 'handoff.confirmed' : 'handoff.unconfirmed')}
                {open > 0 && ` ${say('handoff.questioned', { n: open })}`}
              </span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
