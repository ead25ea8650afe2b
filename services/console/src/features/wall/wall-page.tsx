import type { Wall } from '@kaerimichi/contracts';
import { useParams } from 'react-router';
import { usePlace } from '../../api/queries.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { isNoScreen, useWall } from './use-wall.ts';
import { WallBoard } from './wall-board.tsx';
import { WallSpeechProvider } from './wall-speech.tsx';
import './wall.css';

/** 壁面表示: the live board of an organisation for a screen that everybody walks past. */
export function WallPage() {
  return (
    <WallSpeechProvider>
      <OwnWall />
    </WallSpeechProvider>
  );
}

function OwnWall() {
  const { id = '' } = useParams();
  const { say } = useSpeech();
  const wall = useWall(id);
  usePageTitle(say('wall.title'));
  if (wall.data && !isNoScreen(wall.error)) return <Shown id={id} wall={wall.data} at={wall.dataUpdatedAt} />;
  if (!wall.error) return <Patience look="board" />;
  return (
    <main className="page narrow stack">
      <h1>{say('wall.title')}</h1>
      {isNoScreen(wall.error) ? <NoScreen /> : <ProblemNote error={wall.error} onRetry={() => void wall.refetch()} />}
    </main>
  );
}

/** Of a screen whose level was changed everything is drawn anew. */
function Shown({ id, wall, at }: { id: string; wall: Wall; at: number }) {
  const { say } = useSpeech();
  if (wall.screen.id === id) return <WallBoard key={at} wall={wall} />;
  return (
    <main className="page narrow stack">
      <h1>{say('wall.title')}</h1>
      <p>{say('wall.another', { name: wall.screen.name })}</p>
      <p>
        <a className="button" href={`/wall/${wall.screen.id}`}>
          {say('wall.openAnother')}
        </a>
      </p>
    </main>
  );
}

function NoScreen() {
  const { say } = useSpeech();
  const place = usePlace();
  return (
    <>
      <p className="note-soon">{say('wall.noScreen')}</p>
      <p>{say('wall.noScreenHow')}</p>
      {place.data?.demoStart && (
        <p>
          <a href="/demo">{say('demo.toStart')}</a>
        </p>
      )}
    </>
  );
}
