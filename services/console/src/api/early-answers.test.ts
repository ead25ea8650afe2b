import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { expect, it } from 'vitest';
import { isOpen } from '../app/app.tsx';
import { type EarlyAnswers, takingEarly } from './early-answers.ts';

const program = readFileSync(new URL('../../public/early.js', import.meta.url), 'utf8');
const nurse = { demo: false, abilities: { board: true, register: true, merges: false } };

/** early.js as a page of this address runs it, for whoever the session tells of. */
async function open(pathname: string, me: unknown = nurse) {
  const asked: string[] = [];
  const links: Record<string, unknown>[] = [];
  const files = { pages: { '/board': ['assets/board.js', 'assets/board.css'] }, signedIn: ['assets/in.js'] };
  const window: { early?: EarlyAnswers } = {};
  const fetch = async (url: string) => {
    asked.push(url);
    return Response.json(url === '/api/v1/session' ? me : { from: url });
  };
  const page = createContext({
    ...{ window, fetch, performance },
    navigator: { languages: ['ja'] },
    location: { pathname },
    localStorage: { getItem: () => null },
    document: {
      documentElement: { lang: 'ja', dataset: {} },
      currentScript: { dataset: { files: JSON.stringify({ ...files, words: { ja: 'assets/ja.js' } }) } },
      createElement: () => ({}),
      head: { append: (link: Record<string, unknown>) => links.push(link) },
    },
  });
  runInContext(program, page);
  await Promise.all(Object.values(window.early?.answers ?? {}));
  return { asked, links, early: window.early };
}

it('fetches the files of the page that is opened, and of any other what is behind the sign-in', async () => {
  expect((await open('/board')).links).toEqual([
    { rel: 'modulepreload', crossOrigin: '', href: '/assets/board.js' },
    { rel: 'preload', as: 'style', crossOrigin: '', href: '/assets/board.css' },
    { rel: 'modulepreload', crossOrigin: '', href: '/assets/ja.js' },
  ]);
  expect((await open('/cases/c1')).links.map(({ href }) => href)).toEqual(['/assets/in.js', '/assets/ja.js']);
});

it('asks for what the page asks for first, and of whom is signed in only what is theirs to ask', async () => {
  const behind = ['/api/v1/session', '/api/v1/board', '/api/v1/pathway', '/api/v1/me/seen'];
  expect((await open('/board')).asked).toEqual([...behind, '/api/v1/referrals/waiting']);
  expect((await open('/tasks')).asked).toEqual(behind);
  const family = { demo: true, abilities: { board: false, register: false, merges: false } };
  expect((await open('/family', family)).asked).toEqual(['/api/v1/session', '/api/v1/pathway', '/api/v1/place']);
  expect((await open('/board', null)).asked).toEqual(['/api/v1/session']);
});

it.each(['/login', '/setup', '/password', '/join', '/demo', '/wall/demo', '/Login/', '/board', '/wall', '/login/x'])(
  'asks for nothing exactly where a page is open to everybody: %s',
  async pathname => {
    const { asked, links } = await open(pathname);
    expect([asked.length, links.length].map(n => n === 0)).toEqual([isOpen(pathname), isOpen(pathname)]);
  },
);

it('gives an early answer once, fresh, and in the language that is asked for', async () => {
  let now = 0;
  const take = async (url = '/api/v1/session', language = 'ja', method = 'GET') => {
    const answers = {
      '/api/v1/session': Promise.resolve(new Response('early')),
      '/api/v1/board': Promise.resolve(null),
    };
    const get = takingEarly(
      { at: 0, language: 'ja', answers },
      async () => new Response('asked'),
      () => now,
    );
    const init = { method, headers: { 'Accept-Language': language } };
    return [await (await get(url, init)).text(), await (await get(url, init)).text()];
  };
  expect(await take()).toEqual(['early', 'asked']);
  expect(await take('/api/v1/board')).toEqual(['asked', 'asked']);
  expect(await take('/api/v1/session', 'en')).toEqual(['asked', 'asked']);
  expect(await take('/api/v1/session', 'ja', 'POST')).toEqual(['asked', 'asked']);
  now = 5_000;
  expect(await take()).toEqual(['asked', 'asked']);
});
