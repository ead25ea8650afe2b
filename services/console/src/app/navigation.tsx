import { NavLink } from 'react-router';
import { Glyph } from '../parts/glyph.tsx';
import { useSpeech } from '../words/speech-context.tsx';
import { useTurnsInTitle } from './page-title.ts';
import { isLinked, type Linked, onPhone, screensOf } from './screens.tsx';
import { useMyTurns } from './use-my-turns.ts';
import { useWorkplace } from './workplace.tsx';

/** The name of a screen as a reader hears it, and how much there waits for this person. */
function useNamed() {
  const { say } = useSpeech();
  const turns = useMyTurns();
  useTurnsInTitle(turns);
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
  const { bar } = onPhone(me);
  // One way to go is where one is.
  if (bar.length < 2) return null;
  return (
    <nav className="bottom-bar" aria-label={say('nav.label')}>
      {bar.map(screen => {
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

/** What a phone's bar has no room for, in the menu of the person; on a wider screen it stands in the bar at the top. */
export function PhoneMenuLinks({ onOpen }: { readonly onOpen: () => void }) {
  const { me } = useWorkplace();
  const { say } = useSpeech();
  return onPhone(me).menu.map(({ path, nav }) => (
    <NavLink key={path} className="menu-phone" to={path} onClick={onOpen}>
      {say(nav.word)}
    </NavLink>
  ));
}
