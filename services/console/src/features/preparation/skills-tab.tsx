import type { CaseView, SkillMatrix } from '@kaerimichi/contracts';
import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { isOffered } from '../case/case-frame.tsx';
import { DrillList } from './drill-list.tsx';
import { FormLink } from './form-link.tsx';
import './preparation.css';
import { SkillHistory } from './skill-history.tsx';
import { type SkillRow, skillRows } from './skill-rows.ts';
import { SkillSheet } from './skill-sheet.tsx';
import { SkillTable } from './skill-table.tsx';
import { usePreparation } from './use-preparation.ts';

/** A cell of the matrix: who, which procedure, on which device. */
export type SkillPlace = { readonly learner: string; readonly procedure: string; readonly device: string | null };

/** What of an entry is settled before it is begun. */
export type AskedPlace = { readonly [Part in keyof SkillPlace]?: SkillPlace[Part] | undefined };

/** 手技: who can do what, how sure they feel, and what was rehearsed for the worst moment. */
export function SkillsTab({ view }: { view: CaseView }) {
  const { say, code } = useSpeech();
  const { data, error, refetch } = usePreparation(view);
  const [asked, setAsked] = useState<AskedPlace | null>(null);
  const [looked, setLooked] = useState<SkillPlace | null>(null);
  const mayAssess = data?.can.includes('skill.assessed') ?? false;
  const matrix = data?.skills ?? null;
  return (
    <section className="stack">
      <div className="row spread">
        <h2>{code('tab', 'skills')}</h2>
        {mayAssess && (
          <Button kind="primary" onClick={() => setAsked({})}>
            {say('skills.record')}
          </Button>
        )}
      </div>
      <ProblemNote error={error} onRetry={() => void refetch()} />
      {matrix && <SkillPlan matrix={matrix} />}
      {matrix && matrix.cells.length + matrix.procedures.length === 0 && <p className="muted">{say('skills.none')}</p>}
      {matrix && matrix.procedures.length > 0 && (
        <SkillTable matrix={matrix} devices={data?.devices?.devices ?? []} onLook={setLooked} />
      )}
      {matrix && isOffered('documents', view) && (
        <p>
          <Link to={`/cases/${view.id}/documents`}>{say('skills.paper')}</Link>
        </p>
      )}
      {data && matrix && (
        <DrillList drills={matrix.drills}>
          <FormLink view={view} can={data.can} event="drill.held">
            {say('skills.drill')}
          </FormLink>
        </DrillList>
      )}
      {asked && data && <SkillSheet view={view} data={data} asked={asked} onClose={() => setAsked(null)} />}
      {looked && data && !asked && (
        <SkillHistory
          {...{ view, data, place: looked }}
          onAssess={mayAssess ? () => setAsked({ ...looked, device: looked.device ?? undefined }) : null}
          onClose={() => setLooked(null)}
        />
      )}
    </section>
  );
}

/** How many of what the plan asks for are there: what the move waits for, in numbers. */
function SkillPlan({ matrix }: { matrix: SkillMatrix }) {
  const { say } = useSpeech();
  const asked = uniqueBy(skillRows(matrix).filter(({ needed }) => needed !== null));
  if (asked.length === 0) return null;
  const done = asked.filter(({ alone, needed }) => alone >= (needed ?? 0)).length;
  return <p>{say('skills.plan', { all: asked.length, done })}</p>;
}

const uniqueBy = (rows: readonly SkillRow[]): SkillRow[] =>
  rows.filter((row, at) => rows.findIndex(({ procedure }) => procedure === row.procedure) === at);
