import { NavLink } from 'react-router';
import { Glyph } from '../parts/glyph.tsx';
import { useSpeech } from '../words/speech-context.tsx';
import { type Screen, screensOf } from './screens.tsx';
import { useMyTurns } from './use-my-turns.ts';
import { useWorkplace } from './workplace.tsx';

type Linked = Screen & { readonly nav: NonNullable<Screen['nav']> };
const isLinked = (screen: Screen): screen is Linked => screen.nav !== undefined;

/** The name of a screen as a reader hears it, and how much there waits for this person. */
function useNamed() {
  const { say } = useSpeech();
  const turns = useMyTurns();
  return ({ path, nav: { word, short = word } }: Linked) => {
    const count = path === '/tasks' ? turns : 0;
    return {
      word: say(word),
      short: say(short),
      spoken: count > 0 ? say('nav.tasksTurn', { n: count }) : say(word),
      count,
    };
  };
}

/** Where this person can go; what is not theirs is absent. */
export function NavigationLinks() {
  const { me } = useWorkplace();
  const named = useNamed();
  // The bar has these themselves, at its side.
  const inBar = screensOf(me).filter(({ path }) => path !== '/search' && path !== '/inbox');
  return inBar.filter(isLinked).map(screen => {
    const { word, spoken, count } = named(screen);
    return (
      <NavLink key={screen.path} to={screen.path} aria-label={spoken} title={count > 0 ? spoken : undefined}>
        <Glyph name={screen.nav.glyph} /> <span>{word}</span>
        {count > 0 && <b className="nav-count">{count}</b>}
      </NavLink>
    );
  });
}

/** The phone's bar at the thumb. */
export function BottomBar() {
  const { me } = useWorkplace();
  const { say } = useSpeech();
  const named = useNamed();
  return (
    <nav className="bottom-bar" aria-label={say('nav.label')}>
      {screensOf(me)
        .filter(isLinked)
        .filter(({ nav }) => !nav.isWide)
        .map(screen => {
          const { short, spoken, count } = named(screen);
          return (
            <NavLink key={screen.path} to={screen.path} aria-label={spoken} title={count > 0 ? spoken : undefined}>
              <span className="nav-sign">
                <Glyph name={screen.nav.glyph} />
                {count > 0 && <b className="nav-count">{count}</b>}
              </span>
              {short}
            </NavLink>
          );
        })}
    </nav>
  );
}
