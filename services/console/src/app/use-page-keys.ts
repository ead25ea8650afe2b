import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { isGoKey, isWriting, pageKeyAction, plainLetter } from '../features/board/keys.ts';
import { screensOf } from './screens.tsx';
import { usePreferences } from './services.tsx';
import { useWorkplace } from './workplace.tsx';

/** So long `g` waits for the letter of a page. */
const GO_MS = 1500;

/** `/` goes to the search, `?` shows the keys, `g` and a letter lead to a page; never while somebody writes. */
export function usePageKeys(onHelp: () => void): void {
  const { letters } = usePreferences();
  const navigate = useNavigate();
  const { me } = useWorkplace();
  const help = useRef(onHelp);
  help.current = onHelp;
  const goneAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const find = () => {
      const field = document.getElementById('search-field');
      // On a phone the bar has no field: the search is a page.
      if (field?.checkVisibility()) field.focus();
      else if (me.abilities.board) void navigate('/search');
    };
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isWriting(event.target)) return;
      const letter = plainLetter(event, letters);
      const goes = letter !== null && event.timeStamp - goneAt.current < GO_MS;
      goneAt.current = isGoKey(event, letters) && !goes ? event.timeStamp : Number.NEGATIVE_INFINITY;
      const page = goes && screensOf(me).find(({ nav }) => nav?.letter === letter);
      const action = pageKeyAction(event, letters);
      if (!page && !action) return;
      // Taken before the board sees it, where the letter has a meaning of its own.
      event.preventDefault();
      if (page) void navigate(page.path);
      else if (action === 'help') help.current();
      else find();
    };
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  }, [letters, me, navigate]);
}
