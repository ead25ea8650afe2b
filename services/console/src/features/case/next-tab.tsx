import type { CaseView, Transition } from '@kaerimichi/contracts';
import { useTransitions } from '../../api/queries.ts';
import { mayWaive, useWorkplace } from '../../app/workplace.tsx';
import { ConditionList } from '../../parts/condition-list.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

/** 次に進む: every way on from here, with what each still needs and where that is written. */
export function NextTab({ view }: { view: CaseView }) {
  const { say, code } = useSpeech();
  const transitions = useTransitions(view.id);
  const ways = (transitions.data ?? []).filter(({ reasons, done }) => reasons.length + done.length > 0);
  const sorted = [...ways].sort((a, b) => Number(b.forward) - Number(a.forward));
  return (
    <section className="stack">
      <h2>{code('tab', 'next')}</h2>
      <ProblemNote error={transitions.error} onRetry={() => void transitions.refetch()} />
      {transitions.isPending && <Patience look="part" />}
      {transitions.data && sorted.length === 0 && <p>{say('ways.nothing')}</p>}
      {sorted.map(transition => (
        <Way key={`${transition.event} ${transition.to}`} view={view} transition={transition} />
      ))}
    </section>
  );
}

function Way({ view, transition }: { view: CaseView; transition: Transition }) {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const { label, done, reasons, forward } = transition;
  return (
    <article className="panel stack-tight">
      <h3>
        {label} {forward && <span className="tag">{say('move.forward')}</span>}
      </h3>
      <p className="muted">{say('condition.title', { done: done.length, all: done.length + reasons.length })}</p>
      <ConditionList
        caseId={view.id}
        lead={view.card.lead}
        done={done}
        reasons={reasons}
        canWaive={mayWaive(me, view.can)}
        askIn={view}
      />
    </article>
  );
}
