import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createApi } from './api/api.ts';
import { type EarlyAnswers, takingEarly } from './api/early-answers.ts';
import { problemOf, UnreachableError } from './api/problem-error.ts';
import { askEarly } from './api/queries.ts';
import { App, isOpen, SignedIn } from './app/app.tsx';
import { loadFonts, loadLetters } from './app/fonts.ts';
import { listenToEnter } from './app/form-keys.ts';
import { createLastSeen, LAST_SEEN_CHANNEL } from './app/last-seen.ts';
import { createLeaving, LEAVING_CHANNEL } from './app/leaving.ts';
import { createPreferences, languageOf } from './app/preferences.ts';
import { type Services, ServicesProvider } from './app/services.tsx';
import { createFirstBoard } from './live/first-board.ts';
import { createObservable } from './live/observable.ts';
import { createOfflinePort } from './offline/offline-port.ts';
import { loadCatalogue } from './words/words.ts';
import './tokens.css';
import './base.css';
// Classes that screens use without the part they come from (a link that looks like a button).
import './parts/button.css';
import './parts/chips.css';
import './parts/field.css';
import './parts/problem-note.css';

const preferences = createPreferences(localStorage);
const isLocked = createObservable(false);
const lastSeen = createLastSeen({ channel: new BroadcastChannel(LAST_SEEN_CHANNEL) });
const contact = createObservable({ reached: true, at: 0 });
const early = takingEarly(Reflect.get(window, 'early') as EarlyAnswers | undefined, (...args) => fetch(...args));
const offline = createOfflinePort({ storage: localStorage, tab: sessionStorage }, early);
const api = createApi({
  // The page's language is the one whose words are on the screen.
  language: () => (document.documentElement.lang === 'en' ? 'en' : 'ja'),
  onContact: ({ reached, signedOut, wasSeen }) => {
    contact.write({ reached, at: Date.now() });
    if (wasSeen) lastSeen.note();
    if (signedOut) isLocked.write(true);
  },
  fetch: offline.fetch,
});
const firstBoard = createFirstBoard(api);
const services: Services = {
  api,
  firstBoard,
  preferences,
  isLocked,
  identifier: createObservable(''),
  contact,
  lastSeen,
  offline,
  leaving: createLeaving({
    session: sessionStorage,
    channel: new BroadcastChannel(LEAVING_CHANNEL),
    onErase: () => {
      if (offline.flag.read())
        void import('./offline/offline-program.ts').then(({ openProgram }) => openProgram(services).leave());
    },
    onLeftElsewhere: () => {
      // A wall display is nobody's: it stays where it is when somebody in the same browser leaves.
      if (!isOpen(window.location.pathname)) window.location.replace('/login');
    },
  }),
};

/** A refusal is final; a lost connection or a busy server is worth two more tries. */
function shouldRetry(failures: number, error: unknown): boolean {
  const code = problemOf(error)?.code;
  return failures < 2 && (error instanceof UnreachableError || code === 'busy' || code === 'slow-down');
}

// Where something is kept on the device, it is asked for also while there is no network.
const networkMode = offline.flag.read() ? 'always' : 'online';
const client = new QueryClient({
  defaultOptions: {
    queries: { retry: shouldRetry, refetchOnWindowFocus: false, refetchOnReconnect: true, networkMode },
  },
});

// What the first page waits for is asked for at once, not one after the other as it is drawn.
void loadCatalogue(preferences.read().language ?? languageOf(navigator.languages)).catch(() => undefined);
if (!isOpen(window.location.pathname)) {
  SignedIn.preload();
  loadLetters();
  void askEarly(api, client, firstBoard.ask);
}

listenToEnter(document);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <ServicesProvider value={services}>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </ServicesProvider>
  </StrictMode>,
);

// After the first paint.
void loadFonts();
