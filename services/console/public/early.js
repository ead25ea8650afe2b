// Before the first paint: theme and text size as this browser was set, so that a dark ward stays dark, and its language.
const readsJapanese = navigator.languages.some(tag => /^ja\b/i.test(tag));
if (!readsJapanese) document.documentElement.lang = 'en';
try {
  const kept = JSON.parse(localStorage.getItem('kaerimichi.preferences') || '{}');
  if (kept.theme === 'light' || kept.theme === 'dark') document.documentElement.dataset.theme = kept.theme;
  if (kept.textSize) document.documentElement.dataset.text = kept.textSize;
  if (kept.language === 'en' || kept.language === 'ja') document.documentElement.lang = kept.language;
} catch {
  // A browser without storage gets the defaults.
}

// What the page of this address waits for is fetched while the program is still being read: its files, as the build lists
// them, and where somebody may be signed in the answers that src/main.tsx asks for first (src/api/early-answers.ts).
const place = location.pathname.toLowerCase().replace(/\/+$/, '');
const isOpen = /^\/(login|setup|password|join|demo|wall\/[^/]+)$/.test(place);
const language = document.documentElement.lang;
if (!isOpen) {
  const ask = (path, isQuiet) =>
    fetch(`/api/v1${path}`, {
      credentials: 'same-origin',
      headers: {
        ...{ Accept: 'application/json', 'Accept-Language': language },
        ...(isQuiet ? { 'X-Background': '1' } : {}),
      },
    });
  const session = ask('/session');
  const me = session.then(answer => (answer.status === 200 ? answer.clone().json() : null)).catch(() => null);
  // Only what this person may ask for, and the page does ask for: nobody is refused here.
  const when = (ability, path, isQuiet) =>
    me.then(known => (known && ability(known) ? ask(path, isQuiet) : null)).catch(() => null);
  const isBoard = place === '/board';
  window.early = {
    ...{ at: performance.now(), language },
    answers: {
      '/api/v1/session': session,
      '/api/v1/board': when(({ abilities }) => abilities.board, '/board', true),
      '/api/v1/pathway': when(() => true, '/pathway'),
      '/api/v1/place': when(({ demo }) => demo, '/place'),
      '/api/v1/me/seen': when(({ abilities }) => abilities.board, '/me/seen', true),
      '/api/v1/referrals/waiting': when(({ abilities }) => isBoard && abilities.register, '/referrals/waiting', true),
      '/api/v1/merges': when(({ abilities }) => isBoard && abilities.merges, '/merges'),
    },
  };
  session.catch(() => undefined);
}
const { pages = {}, signedIn = [], words = {} } = JSON.parse(document.currentScript?.dataset.files ?? '{}');
const files = pages[place] ?? (isOpen ? [] : signedIn);
for (const file of files.length > 0 && words[language] ? [...files, words[language]] : files) {
  const link = document.createElement('link');
  const isStyle = file.endsWith('.css');
  Object.assign(link, { rel: isStyle ? 'preload' : 'modulepreload', crossOrigin: '', href: `/${file}` });
  if (isStyle) link.as = 'style';
  document.head.append(link);
}
