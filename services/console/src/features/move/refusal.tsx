import type { CaseView } from '@kaerimichi/contracts';
import type { ReactNode } from 'react';
import { conflictOf } from '../../api/conflict-error.ts';
import { problemOf } from '../../api/problem-error.ts';
import { mayWaive, useWorkplace } from '../../app/workplace.tsx';
import { ConditionList } from '../../parts/condition-list.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { ConflictNote } from './conflict-note.tsx';

type Props = {
  readonly error: unknown;
  readonly view: CaseView;
  /** What this person wanted to do. */
  readonly mine: string;
  /** Something written down, not a move. */
  readonly isRecord?: boolean;
  readonly onLeave?: () => void;
  /** What to do after a conflict. */
  readonly children: ReactNode;
};

/** Why the server did not accept something, said where it was tried, with what to do. */
export function Refusal({ error, view, mine, isRecord = false, onLeave, children }: Props) {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const problem = problemOf(error);
  if (!error) return null;
  if (problem?.code === 'version-conflict')
    return (
      <ConflictNote since={conflictOf(error)?.since ?? []} mine={mine}>
        {children}
      </ConflictNote>
    );
  if (problem?.code === 'bad-input' && (problem.issues ?? []).length > 0) return null; // Said at the fields.
  if (!problem?.reasons?.length) return <ProblemNote error={error} />;
  return (
    <div className="stack-tight" role="alert">
      <p>
        <strong>{say(isRecord ? 'record.refused' : 'move.refused')}</strong>
      </p>
      <ConditionList
        caseId={view.id}
        lead={view.card.lead}
        done={[]}
        reasons={problem.reasons}
        canWaive={mayWaive(me, view.can)}
        {...(onLeave ? { onLeave } : {})}
      />
    </div>
  );
}
