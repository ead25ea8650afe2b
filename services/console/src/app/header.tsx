import { NavLink } from 'react-router';
import { InboxLink } from '../features/inbox/inbox-link.tsx';
import { SearchField } from '../features/search/search-field.tsx';
import { Glyph } from '../parts/glyph.tsx';
import { useSpeech } from '../words/speech-context.tsx';
import { ConnectionMark } from './connection-mark.tsx';
import { NavigationLinks } from './navigation.tsx';
import { UserMenu } from './user-menu.tsx';
import { useWorkplace } from './workplace.tsx';

/** The one bar on every page: where one can go, search, help, who one is, and whether what is shown is right. */
export function Header({ onKeys, onHelp }: { onKeys: () => void; onHelp: () => void }) {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  return (
    <header className="bar">
      <NavLink className="brand" to="/">
        {say('app.name')}
      </NavLink>
      <nav className="bar-nav" aria-label={say('nav.label')}>
        <NavigationLinks />
      </nav>
      <div className="bar-side">
        {me.abilities.board && <SearchField />}
        {me.abilities.board && <InboxLink />}
        <NavLink
          className="bar-button bar-help"
          to="/help"
          aria-label={say('nav.help')}
          onClick={event => {
            // In a window of its own it is a page; here it opens over the screen that it is about.
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            onHelp();
          }}
        >
          <Glyph name="help" /> <span>{say('nav.help')}</span>
        </NavLink>
        <UserMenu onKeys={onKeys} />
        <ConnectionMark />
      </div>
    </header>
  );
}
