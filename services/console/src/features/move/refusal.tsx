import type { CaseView } from '@kaerimichi/contracts';
import type { ReactNode } from 'react';
import { conflictOf } from '../../api/conflict-error.ts';
import { problemOf } from '../../api/problem-error.ts';
import { mayWaive, useWorkplace } from '../../app/workplace.tsx';
import { ConditionList } from '../../parts/condition-list.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { reasonField } from '../form/reason-field.ts';
import type { FieldSpec } from '../form/schema.ts';
import { useInSight } from '../form/use-in-sight.ts';
import { ConflictNote } from './conflict-note.tsx';

type Props = {
  readonly error: unknown;
  readonly view: CaseView;
  /** What this person wanted to do. */
  readonly mine: string;
  /** Something written down, not a move. */
  readonly isRecord?: boolean;
  /** How many answers have arrived: it takes the focus with each that it shows (`isAnswer`). */
  readonly answers: number;
  readonly isAnswer: boolean;
  /** Of the form: what is said at one of them is not said here. */
  readonly fields: readonly FieldSpec[];
  readonly onLeave?: () => void;
  /** What to do after a conflict. */
  readonly children: ReactNode;
};

/** Why the server did not accept something, said where it was tried, with what to do. */
export function Refusal({ answers, isAnswer, ...props }: Props) {
  const box = useInSight(answers, isAnswer);
  if (!props.error) return null;
  return (
    <div ref={box} tabIndex={-1} className="refusal">
      <WhyRefused {...props} />
    </div>
  );
}

function WhyRefused({
  error,
  view,
  mine,
  isRecord = false,
  fields,
  onLeave,
  children,
}: Omit<Props, 'answers' | 'isAnswer'>) {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const problem = problemOf(error);
  if (problem?.code === 'version-conflict')
    return (
      <ConflictNote since={conflictOf(error)?.since ?? []} mine={mine}>
        {children}
      </ConflictNote>
    );
  if (problem?.code === 'bad-input' && (problem.issues ?? []).length > 0) return null; // Said at the fields.
  if (!problem?.reasons?.length) return <ProblemNote error={error} />;
  const reasons = problem.reasons.filter(reason => !reasonField(reason, fields));
  if (reasons.length === 0) return null;
  return (
    <div className="stack-tight" role="alert">
      <p>
        <strong>{say(isRecord ? 'record.refused' : 'move.refused')}</strong>
      </p>
      <ConditionList
        caseId={view.id}
        lead={view.card.lead}
        done={[]}
        reasons={reasons}
        canWaive={mayWaive(me, view.can)}
        {...(onLeave ? { onLeave } : {})}
      />
    </div>
  );
}
