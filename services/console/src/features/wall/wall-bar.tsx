import type { Wall } from '@kaerimichi/contracts';
import { Button } from '../../parts/button.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { clockTime, shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import type { WallTime } from './wall-board.tsx';

type Props = {
  readonly wall: Wall;
  readonly time: WallTime;
  /** Names are shown for so long; null: they are not, or always. */
  readonly sight: { readonly secondsLeft: number; readonly hide: () => void } | null;
  /** null: there is nothing to unlock. */
  readonly onUnlock: (() => void) | null;
};

/** Date and time, whose board, how fresh it is, and what it shows of a child. */
export function WallBar({ wall, time, sight, onUnlock }: Props) {
  const { say, language, code } = useSpeech();
  const { screen, org } = wall;
  return (
    <header className="wall-bar">
      <p className="wall-clock">
        {shortDay(time.today, language)} <strong>{time.clock}</strong>
      </p>
      <h1>
        {say('nav.board')} <span className="wall-org">{org.name}</span>
      </h1>
      <FreshMark time={time} />
      {sight ? (
        <p className="wall-sight">
          <span>{say('wall.sight', { left: minutes(sight.secondsLeft) })}</span>
          <Button isSmall onClick={sight.hide}>
            {say('wall.hide')}
          </Button>
        </p>
      ) : (
        <p className={screen.level === 'name' ? 'wall-level wall-level-name' : 'wall-level'}>
          {screen.level === 'name' && <Glyph name="person" />}{' '}
          {say('wall.shows', { level: code('wallLevel', screen.level) })}
        </p>
      )}
      {onUnlock && (
        <Button isSmall onClick={onUnlock}>
          {say('wall.unlock')}
        </Button>
      )}
    </header>
  );
}

const minutes = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

function FreshMark({ time: { freshness, rightAt } }: { time: WallTime }) {
  const { say, language } = useSpeech();
  if (rightAt === null)
    return <p className="wall-fresh">{say(freshness === 'waiting' ? 'live.connecting' : 'wall.neverRight')}</p>;
  if (freshness === 'now')
    return (
      <p className="wall-fresh wall-fresh-now">
        <Glyph name="dot" /> {say('wall.fresh', { time: withSeconds(rightAt, language) })}
      </p>
    );
  return (
    <p className="wall-fresh" role="status">
      {say('wall.stale', { time: clockTime(rightAt, language) })}
    </p>
  );
}

const withSeconds = (instant: number, language: 'ja' | 'en'): string =>
  `${clockTime(instant, language)}:${String(new Date(instant).getUTCSeconds()).padStart(2, '0')}`;
