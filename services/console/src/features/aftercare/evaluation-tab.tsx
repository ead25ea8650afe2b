import type { Aftercare, CaseView } from '@kaerimichi/contracts';
import { useState } from 'react';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { FormLink } from '../preparation/form-link.tsx';
import './aftercare.css';
import { BedTable } from './bed-table.tsx';
import { EvaluationPart } from './evaluation-part.tsx';
import { ResultToDo } from './result-to-do.tsx';
import { useAftercare } from './use-aftercare.ts';

/** 評価入院: asked for, a bed by day, home beside hospital, and what the result leaves to be done. */
export function EvaluationTab({ view }: { view: CaseView }) {
  const { say, code } = useSpeech();
  const [from, setFrom] = useState<string | null>(null);
  const { data, error, refetch } = useAftercare(view, from);
  const told = data?.evaluation;
  const isOpen = (status: string) => status !== 'closed' && status !== 'withdrawn';
  const isUnderWay = told?.admissions.some(({ status }) => isOpen(status));
  return (
    <section className="stack">
      <div className="row spread">
        <h2>{code('tab', 'evaluation')}</h2>
        {told && !isUnderWay && (
          <FormLink view={view} can={view.can} event="evaluation.requested">
            {say('evaluation.request')}
          </FormLink>
        )}
      </div>
      <ProblemNote error={error} onRetry={() => void refetch()} />
      {told && told.admissions.length === 0 && <p className="muted">{say('evaluation.none')}</p>}
      {told && <ResultToDo view={view} told={told} />}
      {told?.admissions
        .filter(({ status }) => isOpen(status))
        .map(row => (
          <EvaluationPart key={row.id} {...{ view, row }}>
            {told.beds && ['requested', 'bedHeld'].includes(row.status) && (
              <BedTable {...{ view, row, strip: told.beds, onFrom: setFrom }} />
            )}
          </EvaluationPart>
        ))}
      {told && <Earlier {...{ view, told, isOpen }} />}
    </section>
  );
}

type Told = NonNullable<Aftercare['evaluation']>;
type EarlierProps = { readonly view: CaseView; readonly told: Told; readonly isOpen: (status: string) => boolean };

function Earlier({ view, told, isOpen }: EarlierProps) {
  const { say } = useSpeech();
  const over = told.admissions.filter(({ status }) => !isOpen(status));
  if (over.length === 0) return null;
  return (
    <details>
      <summary className="aftercare-fold">{say('evaluation.earlier', { n: over.length })}</summary>
      <div className="stack">
        {over.map(row => (
          <EvaluationPart key={row.id} {...{ view, row }} />
        ))}
      </div>
    </details>
  );
}
