import type { Card, Wall } from '@kaerimichi/contracts';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useObservable } from '../../app/services.tsx';
import { clockTime, tokyoDayOf } from '../../words/dates.ts';
import { lazyPart } from '../../words/lazy-part.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { freshnessAt, isNight } from './freshness.ts';
import { useMarks, useSlides } from './use-marks.ts';
import { usePaging, useWallKeys } from './use-paging.ts';
import { useEverySecond, useStillPointer, useWakeLock, useWallRoot } from './use-screen.ts';
import { useWallLive } from './use-wall.ts';
import { WallBand } from './wall-band.tsx';
import { WallBar } from './wall-bar.tsx';
import { WallColumns } from './wall-columns.tsx';
import { WallFoot } from './wall-foot.tsx';
import type { WallLive } from './wall-live.ts';
import { wallPages } from './wall-pages.ts';

const UnlockSheet = lazyPart(() => import('./unlock-sheet.tsx'), 'UnlockSheet');

/** Tiles that a column has room for: of one line, and of two where initials or names stand below the number. */
const ROOM = { oneLine: 15, twoLines: 9 } as const;

/** A wall that is open: bar, columns, today, foot. */
export function WallBoard({ wall: opened }: { wall: Wall }) {
  const { live, wall, hide } = useWallLive(opened);
  const { screen, org } = wall;
  const { held, isLoaded, orgs } = useObservable(live.feed.state);
  const time = useWallTime(live);
  const secondsLeft = useSecondsLeft(live, wall.sightUntil);
  const [isAsking, ask] = useState(false);
  const isNamed = screen.level === 'name' || secondsLeft !== null;
  const cards = useMemo(
    () => fitted(held.cards, { isNamed, hasInitials: screen.level === 'initial' }),
    [held.cards, isNamed, screen.level],
  );
  const columns = useMemo(() => wall.columns.filter(({ id }) => id !== 'closed'), [wall.columns]);
  const nameOf = useCallback((id: string) => orgs[id] ?? wall.orgs[id] ?? '', [orgs, wall.orgs]);
  const room = isNamed || screen.level === 'initial' ? ROOM.twoLines : ROOM.oneLine;
  const pages = useMemo(() => {
    const ids = columns.map(({ id }) => id);
    return wallPages(cards.values(), { columns: ids, today: time.today, org: org.id, nameOf, room });
  }, [cards, columns, time.today, org.id, nameOf, room]);
  const paging = usePaging(pages.length);
  const isThere = time.freshness === 'now' || time.freshness === 'waiting';
  const mayUnlock = isThere && screen.hasPin && screen.level !== 'name' && secondsLeft === null;
  const onTouch = () => mayUnlock && ask(true);
  useWallKeys({ paging, onOther: onTouch });
  const isDark = isNight(time.clock);
  useWallRoot({ isDark, isStill: useStillPointer() });
  useWakeLock();
  const marks = useMarks(held.cards, isLoaded);
  const frame = useRef<HTMLDivElement>(null);
  useSlides(frame, held.cards, screen.reducedMotion);
  const isLost = time.freshness === 'lost';
  const page = pages[paging.at];
  const classes = ['wall', `wall-${time.freshness}`, isDark && screen.nightDimming ? 'wall-dimmed' : ''];
  return (
    <div className={classes.filter(Boolean).join(' ')}>
      <WallBar
        wall={wall}
        time={time}
        sight={secondsLeft === null ? null : { secondsLeft, hide }}
        onUnlock={mayUnlock ? () => ask(true) : null}
      />
      <main className="wall-main" aria-hidden={isLost || undefined} inert={isLost} onPointerUp={onTouch}>
        <div className="wall-frame" ref={frame}>
          {page && <WallColumns {...{ page, columns, marks, isLoaded }} lane={nameOf(page.lane)} />}
        </div>
        <WallBand cards={cards} today={time.today} />
      </main>
      {isLost ? <LostNote live={live} /> : <SpareLetters />}
      <WallFoot wall={wall} pages={pages} paging={paging} />
      {isAsking && <UnlockSheet pin={wall.pin} onClose={() => ask(false)} />}
    </div>
  );
}

/** What a tile may show now: names go the moment their time is over, before the server has sent the cards anew. */
function fitted(
  cards: ReadonlyMap<string, Card>,
  { isNamed, hasInitials }: { isNamed: boolean; hasInitials: boolean },
) {
  if (isNamed) return cards;
  const fit = ({ name: _name, unnamed: _unnamed, ...card }: Card): Card => {
    if (hasInitials) return card;
    const { initial: _initial, age: _age, corrAge: _corrected, ...rest } = card;
    return rest;
  };
  return new Map([...cards].map(([id, card]) => [id, fit(card)]));
}

/** Day and time by the server's clock, and how far what is shown can be believed; drawn anew when one of them changes. */
function useWallTime(live: WallLive) {
  const { language } = useSpeech();
  const status = useObservable(live.status);
  const [openedAt] = useState(() => live.now());
  const clock = useEverySecond(useCallback(() => clockTime(live.now(), language), [live, language]));
  const today = useEverySecond(useCallback(() => tokyoDayOf(live.now()), [live]));
  const look = useCallback(() => freshnessAt(status.rightAt, live.now(), openedAt), [status.rightAt, live, openedAt]);
  const freshness = useEverySecond(look);
  return { clock, today, freshness, rightAt: status.rightAt };
}
export type WallTime = ReturnType<typeof useWallTime>;

/** Seconds for which names are still shown; null: none are. */
function useSecondsLeft(live: WallLive, until: string | null): number | null {
  const look = useCallback(() => {
    const left = until === null ? 0 : Math.ceil((Date.parse(until) - live.now()) / 1_000);
    return left > 0 ? left : null;
  }, [live, until]);
  return useEverySecond(look);
}

/** A stale wall must not look live: this stands over the old board. */
function LostNote({ live }: { live: WallLive }) {
  const { say, language } = useSpeech();
  const { rightAt } = useObservable(live.status);
  const time = rightAt === null ? say('live.noTime') : clockTime(rightAt, language);
  return (
    <p className="wall-lost-note" role="alert">
      {say('wall.lost', { time })}
    </p>
  );
}

/**
 * What is said once the server is gone, where nobody sees it yet: fonts come in pieces, and the piece with a letter that
 * stood nowhere before could not be fetched any more.
 */
function SpareLetters() {
  const { say } = useSpeech();
  const time = '0123456789:';
  return (
    <p className="hidden-visually wall-spare" aria-hidden="true">
      {say('wall.lost', { time })} {say('wall.stale', { time })} {say('wall.neverRight')}
    </p>
  );
}
