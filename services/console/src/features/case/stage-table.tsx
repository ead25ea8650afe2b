import type { CaseView, Transition } from '@kaerimichi/contracts';
import { useMemo } from 'react';
import { useTransitions } from '../../api/queries.ts';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { boardColumns } from '../board/columns.ts';
import type { StageStory } from './stage-stories.ts';
import { stagesAhead } from './stages-ahead.ts';

const signs = { done: 'check', now: 'dot', ahead: 'ring' } as const;

type Props = { readonly view: CaseView; readonly stories: readonly StageStory[] };

/** 段階 / 状態 / 入った日 / 日数 / 目安 / 条件: where the case stands, as a table. */
export function StageTable({ view, stories }: Props) {
  const { say } = useSpeech();
  const { pathway } = useWorkplace();
  const forward = useTransitions(view.id).data?.find(transition => transition.forward);
  const ahead = useMemo(() => stagesAhead(pathway, view.stage), [pathway, view.stage]);
  const heads = ['path.stage', 'path.state', 'path.entered', 'path.days', 'path.guide', 'path.conditions'] as const;
  return (
    <div className="table-frame">
      <table className="table stages">
        <caption className="hidden-visually">{say('path.caption')}</caption>
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pathway.stages.map(({ id }) => {
            const here = stories.filter(({ stage }) => stage === id);
            const isNow = id === view.stage;
            const state = isNow ? 'now' : here.length > 0 ? 'done' : ahead.has(id) ? 'ahead' : 'aside';
            return <Row key={id} id={id} here={here} state={state} forward={isNow ? forward : undefined} />;
          })}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = {
  readonly id: string;
  readonly here: readonly StageStory[];
  readonly state: 'now' | 'done' | 'ahead' | 'aside';
  /** The way out of the present stage, with its conditions. */
  readonly forward: Transition | undefined;
};

function Row({ id, here, state, forward }: RowProps) {
  const speech = useSpeech();
  const { say, pick, language } = speech;
  const { pathway } = useWorkplace();
  const today = useToday();
  const stage = pathway.stages.find(other => other.id === id);
  const phase = boardColumns(pathway, speech).find(column => column.id === stage?.column)?.phase ?? 0;
  const known = here.flatMap(({ days }) => days ?? []);
  const over = here.at(-1)?.overDays ?? null;
  return (
    <tr className={`stage-${state}`}>
      <th scope="row" className={`phase-edge phase-edge-${phase}`}>
        {stage ? pick(stage.label) : id}
      </th>
      <td>
        {state !== 'aside' && <Glyph name={signs[state]} />} {say(`path.${state}`)}
      </td>
      <td>{here[0]?.on ? shortDay(here[0].on, language, today) : ''}</td>
      <td>
        {known.length > 0 && (
          <span className="unbroken">{say('path.dayCount', { n: known.reduce((sum, n) => sum + n, 0) })}</span>
        )}
        {here.length > 1 && <span className="small muted"> {say('path.times', { n: here.length })}</span>}
      </td>
      <td>
        {stage?.guideDays && <span className="unbroken">{say('path.dayCount', { n: stage.guideDays })}</span>}
        {over !== null && <strong className="stage-over"> {say('path.over', { n: over })}</strong>}
      </td>
      <td>
        {forward && say('facts.done', { done: forward.done.length, all: forward.done.length + forward.reasons.length })}
      </td>
    </tr>
  );
}
