import type { CaseView } from '@kaerimichi/contracts';
import { taskKey } from '@kaerimichi/discharge';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTransitions } from '../../api/queries.ts';
import { mayWaive, useToday, useWorkplace } from '../../app/workplace.tsx';
import { ConditionList } from '../../parts/condition-list.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { DeadlineList } from './deadline-list.tsx';
import { holdsOf } from './holds-of.ts';
import { PaneTime } from './pane-time.tsx';
import './panes.css';
import { recordPath } from './record-path.ts';

/** What is needed to move on, what holds the case up and what comes when, beside whatever one reads. */
export function CaseAside({ view }: { readonly view: CaseView }) {
  const { code } = useSpeech();
  const transitions = useTransitions(view.id);
  if (view.stage === 'closed' || !transitions.data) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keys
    <section className="case-aside" aria-label={code('tab', 'next')} tabIndex={0}>
      <PaneTime at={transitions.dataUpdatedAt} />
      <NextConditions view={view} />
      <Holds view={view} />
      <Deadlines view={view} />
    </section>
  );
}

type PartProps = { readonly title: string; readonly children: ReactNode };

const Part = ({ title, children }: PartProps) => (
  <div className="panel stack-tight">
    <h2 className="pane-title">{title}</h2>
    {children}
  </div>
);

type Props = { readonly view: CaseView };

function NextConditions({ view }: Props) {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const transitions = useTransitions(view.id);
  const forward = transitions.data?.find(transition => transition.forward);
  if (!forward) return null;
  const { done, reasons, label } = forward;
  return (
    <Part title={say('condition.title', { done: done.length, all: done.length + reasons.length })}>
      <p className="small muted">{label}</p>
      <ConditionList
        caseId={view.id}
        lead={view.card.lead}
        done={done}
        reasons={reasons}
        canWaive={mayWaive(me, view.can)}
      />
    </Part>
  );
}

/** Why it stands still, with the two ways out of it: looked at again later, or over. */
function Holds({ view }: Props) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  const holds = holdsOf(view);
  const mayAdd = view.can.includes('hold.added');
  if (holds.length === 0 && !mayAdd) return null;
  return (
    <Part title={say('hold.title')}>
      {holds.length === 0 && <p className="muted small">{say('common.none')}</p>}
      <ul className="stack-tight">
        {holds.map(hold => (
          <li key={hold.id}>
            <p>{code('code', hold.code)}</p>
            <p className="row small">
              {hold.owner && <span className="muted">{say('hold.owner', { name: hold.owner })}</span>}
              {hold.recheckOn && (
                <span className="muted">{say('hold.recheck', { day: shortDay(hold.recheckOn, language, today) })}</span>
              )}
              <HoldLinks view={view} hold={hold} />
            </p>
          </li>
        ))}
      </ul>
      {mayAdd && (
        <p>
          <Link to={recordPath(view.id, 'hold.added')}>{say('hold.add')}</Link>
        </p>
      )}
    </Part>
  );
}

function HoldLinks({ view, hold }: Props & { readonly hold: ReturnType<typeof holdsOf>[number] }) {
  const { say, code } = useSpeech();
  const what = code('code', hold.code);
  const task = new URLSearchParams({ task: taskKey('hold', hold.id) });
  return (
    <>
      {view.can.includes('task.dueMoved') && (
        <Link to={`${recordPath(view.id, 'task.dueMoved')}?${task}`} aria-label={say('hold.laterName', { what })}>
          {say('hold.later')}
        </Link>
      )}
      {view.can.includes('hold.removed') && (
        <Link
          to={`${recordPath(view.id, 'hold.removed')}?${new URLSearchParams({ holdId: hold.id })}`}
          aria-label={say('hold.overName', { what })}
        >
          {say('hold.over')}
        </Link>
      )}
    </>
  );
}

function Deadlines({ view }: Props) {
  const { say } = useSpeech();
  if (view.deadlines.length === 0) return null;
  return (
    <Part title={say('facts.deadlines')}>
      <DeadlineList view={view} tellsWho />
    </Part>
  );
}
