import { NavLink } from 'react-router';
import { Glyph } from '../parts/glyph.tsx';
import { useSpeech } from '../words/speech-context.tsx';
import { screensOf } from './screens.tsx';
import { useWorkplace } from './workplace.tsx';

/** Where this person can go; what is not theirs is absent. */
export function NavigationLinks() {
  const { me } = useWorkplace();
  const { say } = useSpeech();
  const isInBar = (path: string) => path !== '/search'; // The bar has the field itself.
  return screensOf(me).map(
    ({ path, nav }) =>
      nav &&
      isInBar(path) && (
        <NavLink key={path} to={path} aria-label={say(nav.word)}>
          <Glyph name={nav.glyph} /> <span>{say(nav.word)}</span>
        </NavLink>
      ),
  );
}

/** The phone's bar at the thumb. */
export function BottomBar() {
  const { me } = useWorkplace();
  const { say } = useSpeech();
  return (
    <nav className="bottom-bar" aria-label={say('nav.label')}>
      {screensOf(me).map(
        ({ path, nav }) =>
          nav && (
            <NavLink key={path} to={path}>
              <Glyph name={nav.glyph} />
              {say(nav.word)}
            </NavLink>
          ),
      )}
    </nav>
  );
}
