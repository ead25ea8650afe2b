import type { CaseView } from '@kaerimichi/contracts';
import { useMemo, useState } from 'react';
import { useHistory } from '../../api/queries.ts';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { boardColumns } from '../board/columns.ts';
import './path.css';
import { StageChart } from './stage-chart.tsx';
import { type StageVisit, stageVisits } from './stage-visits.ts';
import { stagesAhead } from './stages-ahead.ts';

/** 段階: where the case stands, as a list and as a drawing of the definition that the server runs. */
export function PathTab({ view }: { view: CaseView }) {
  const { say, code } = useSpeech();
  const history = useHistory(view.id);
  const today = useToday();
  const [isDrawn, setDrawn] = useState(false);
  const visits = stageVisits(history.data ?? [], today);
  return (
    <section className="stack">
      <div className="row spread">
        <h2>{code('tab', 'path')}</h2>
        <fieldset className="row">
          <legend className="hidden-visually">{say('path.as')}</legend>
          <Button isSmall aria-pressed={!isDrawn} onClick={() => setDrawn(false)}>
            {say('path.list')}
          </Button>
          <Button isSmall aria-pressed={isDrawn} onClick={() => setDrawn(true)}>
            {say('path.chart')}
          </Button>
        </fieldset>
      </div>
      <ProblemNote error={history.error} onRetry={() => void history.refetch()} />
      <Tracks view={view} />
      {isDrawn ? <StageChart view={view} visits={visits} /> : <StageTable view={view} visits={visits} today={today} />}
      <PastVisits visits={visits} today={today} />
    </section>
  );
}

/** What runs beside the stages: the four preparations, and adulthood. */
function Tracks({ view }: { view: CaseView }) {
  const { say, code } = useSpeech();
  const tracks = Object.entries(view.tracks).filter(([, state]) => state !== 'closed');
  return (
    <dl className="tracks panel">
      {tracks.map(([track, state]) => (
        <div key={track} className={state === 'ready' ? 'track-ready' : ''}>
          <dt>{code('track', track)}</dt>
          <dd>
            <Glyph name={state === 'ready' ? 'check' : 'ring'} /> {code('trackState', state)}
          </dd>
        </div>
      ))}
      {view.adult !== 'none' && (
        <div>
          <dt>{say('path.adult')}</dt>
          <dd>{code('adult', view.adult)}</dd>
        </div>
      )}
    </dl>
  );
}

const signs = { done: 'check', now: 'dot', ahead: 'ring' } as const;

type VisitsProps = { readonly visits: readonly StageVisit[]; readonly today: string };

function StageTable({ view, visits, today }: VisitsProps & { readonly view: CaseView }) {
  const speech = useSpeech();
  const { say, pick, language } = speech;
  const { pathway } = useWorkplace();
  const ahead = useMemo(() => stagesAhead(pathway, view.stage), [pathway, view.stage]);
  const columns = boardColumns(pathway, speech);
  const phaseOf = (id: string) => `phase-edge phase-edge-${columns.find(column => column.id === id)?.phase ?? 0}`;
  return (
    <div className="table-frame">
      <table className="table stages">
        <caption className="hidden-visually">{say('path.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('path.stage')}</th>
            <th scope="col">{say('path.state')}</th>
            <th scope="col">{say('path.entered')}</th>
            <th scope="col">{say('path.days')}</th>
          </tr>
        </thead>
        <tbody>
          {pathway.stages.map(stage => {
            const here = visits.filter(visit => visit.stage === stage.id);
            const [first] = here;
            const known = here.flatMap(({ days }) => days ?? []);
            const days = known.reduce((sum, n) => sum + n, 0);
            const state = stage.id === view.stage ? 'now' : first ? 'done' : ahead.has(stage.id) ? 'ahead' : 'aside';
            return (
              <tr key={stage.id} className={`stage-${state}`}>
                <th scope="row" className={phaseOf(stage.column)}>
                  {pick(stage.label)}
                </th>
                <td>
                  {state !== 'aside' && <Glyph name={signs[state]} />} {say(`path.${state}`)}
                </td>
                <td>{first?.on ? shortDay(first.on, language, today) : ''}</td>
                <td>
                  {known.length > 0 && <span className="unbroken">{say('path.dayCount', { n: days })}</span>}
                  {here.length > 1 && <span className="small muted"> {say('path.times', { n: here.length })}</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function PastVisits({ visits, today }: VisitsProps) {
  const { say, pick, language } = useSpeech();
  const { pathway } = useWorkplace();
  if (visits.length === 0) return null;
  return (
    <section className="stack-tight">
      <h3>{say('path.sofar')}</h3>
      <ol className="visits">
        {visits.map(({ stage, on, days, isNow }) => {
          const found = pathway.stages.find(({ id }) => id === stage);
          return (
            <li key={`${stage} ${on}`}>
              {found ? pick(found.label) : stage}{' '}
              {on && <span className="muted small">{shortDay(on, language, today)} </span>}
              {days !== null && (
                <span className="small">
                  {isNow ? say('path.daysSoFar', { n: days }) : say('path.dayCount', { n: days })}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
