import type { CaseView } from '@kaerimichi/contracts';
import { useState } from 'react';
import { Link } from 'react-router';
import { useHistory } from '../../api/queries.ts';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { lazyPart } from '../../words/lazy-part.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { NeededList } from './needed-list.tsx';
import { PastStages } from './past-stages.tsx';
import './path.css';
import { StageChart } from './stage-chart.tsx';
import { stageStories } from './stage-stories.ts';
import { StageTable } from './stage-table.tsx';

const ReplayPart = lazyPart(() => import('../answers/replay-part.tsx'), 'ReplayPart');

/** 段階: where the case stands, as a list and as a drawing of the definition that the server runs. */
export function PathTab({ view }: { view: CaseView }) {
  const { say, code } = useSpeech();
  const history = useHistory(view.id);
  const today = useToday();
  const [isDrawn, setDrawn] = useState(false);
  const { me, pathway } = useWorkplace();
  const [chosen, setChosen] = useState(view.stage);
  const stories = stageStories(history.data ?? [], pathway, today);
  return (
    <section className="stack">
      <div className="row spread">
        <div>
          <h2>{code('tab', 'path')}</h2>
          <p className="small muted">
            {say('path.version', { n: pathway.version })}{' '}
            {me.abilities.proof && <Link to="/pathway">{say('proof.open')}</Link>}
          </p>
        </div>
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
      {isDrawn ? (
        <StageChart view={view} visits={stories} chosen={chosen} onChoose={setChosen} />
      ) : (
        <StageTable view={view} stories={stories} />
      )}
      <NeededList view={view} until={chosen} onChoose={setChosen} />
      <PastStages stories={stories} />
      <ReplayPart view={view} />
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
