import type { DemoStart as Start } from '@kaerimichi/contracts';
import { addDays } from '@kaerimichi/discharge';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMe } from '../../api/queries.ts';
import { DemoBanner } from '../../app/demo-banner.tsx';
import { LanguageSwitch } from '../../app/language-switch.tsx';
import { usePageTitle } from '../../app/page-title.ts';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { longDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import './demo.css';
import { ClockPanel } from './clock-panel.tsx';
import { DaysPanel } from './days-panel.tsx';
import { OtherWindow } from './other-window.tsx';
import { ResetPanel } from './reset-panel.tsx';
import { RoleCards } from './role-cards.tsx';
import { StoryPanel } from './story-panel.tsx';
import { useDemo } from './use-demo.ts';
import { useLetters } from './use-letters.ts';
import { WallLink } from './wall-link.tsx';

/** デモのはじめ: what this is, whom one can be, what happens next, and the way back to the beginning. */
export function DemoPage() {
  const { say } = useSpeech();
  const demo = useDemo({ isWatched: true });
  // What happened in the world before is not told of the next one.
  const [round, setRound] = useState(0);
  usePageTitle(say('demo.title'));
  const start = demo.data;
  const hasLetters = useLetters(start !== undefined || demo.error !== null);
  return (
    <div className={hasLetters ? 'open-page' : 'open-page demo-unlettered'}>
      <DemoBanner />
      <main className="page stack demo">
        <header className="row spread">
          <h1>
            <span className="demo-brand">{say('app.name')}</span> {say('demo.title')}
          </h1>
          <LanguageSwitch />
        </header>
        <div className="stack-tight">
          <p className="prose">{say('demo.what')}</p>
          <p className="prose">{say('demo.how')}</p>
          {start && <FirstDay start={start} />}
          <SignedInNote />
          <a className="demo-jump" href="#demo-story">
            {say('demo.toStory')}
          </a>
        </div>
        {start ? (
          <div className="demo-parts">
            <RoleCards roles={start.roles} />
            <div className="stack demo-side">
              <StoryPanel key={round} story={start.story} />
              {start.days.length > 0 && <DaysPanel key={`days-${round}`} days={start.days} />}
              <OtherWindow />
              <WallLink />
              {start.aheadDays !== null && <ClockPanel key={start.seededOn} today={start.today} />}
              <ResetPanel onReset={() => setRound(round + 1)} />
            </div>
          </div>
        ) : (
          <DemoWait error={demo.error} onRetry={() => void demo.refetch()} />
        )}
      </main>
    </div>
  );
}

/** From which day the invented world counts; on a later one, how to have it count from today. */
function FirstDay({ start: { seededOn, today, aheadDays } }: { start: Start }) {
  const { say, language } = useSpeech();
  const day = longDay(seededOn, language);
  // A day that was pushed is said by the banner, and is as it was meant.
  if (addDays(seededOn, aheadDays ?? 0) < today) return <p className="note-soon">{say('demo.aged', { day })}</p>;
  return <p className="prose">{say('demo.from', { day })}</p>;
}

function DemoWait({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return error ? <ProblemNote error={error} onRetry={onRetry} /> : <Patience />;
}

function SignedInNote() {
  const { say } = useSpeech();
  const me = useMe();
  if (!me.data || me.error) return null;
  return (
    <p>
      {say('demo.signedInAs', { name: me.data.person.name })} <Link to="/">{say('demo.back')}</Link>
    </p>
  );
}
