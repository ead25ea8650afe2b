import type { CaseView } from '@kaerimichi/contracts';
import { Link } from 'react-router';
import { useTransitions } from '../../api/queries.ts';
import { mayWaive, useWorkplace } from '../../app/workplace.tsx';
import { ConditionList } from '../../parts/condition-list.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

/** What is needed to move on, beside whatever one reads; on a narrow screen it is the tab 次に進む. */
export function CaseAside({ view }: { view: CaseView }) {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const transitions = useTransitions(view.id);
  const forward = transitions.data?.find(transition => transition.forward);
  if (!forward) return null;
  const { done, reasons, label } = forward;
  return (
    <aside className="case-aside panel stack-tight" aria-labelledby="aside-title">
      <h2 id="aside-title">{say('condition.title', { done: done.length, all: done.length + reasons.length })}</h2>
      <p className="small muted">{label}</p>
      <ConditionList
        caseId={view.id}
        lead={view.card.lead}
        done={done}
        reasons={reasons}
        canWaive={mayWaive(me, view.can)}
      />
      {view.can.includes('hold.added') && (
        <p>
          <Link to={`/cases/${view.id}/record/hold.added`}>{say('hold.add')}</Link>
        </p>
      )}
    </aside>
  );
}
