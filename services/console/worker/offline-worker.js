// Keeps the files of the program, so that a page comes without a network. Of cases it keeps nothing: what the server answers
// does not go through here (src/offline/kept-answers.ts). `BUILD` stands above this, written by build/offline-worker.ts.

const NAME = `program-${BUILD.id}`;
const FONTS = 'program-fonts';
/** Written last: a copy without it is not whole. */
const WHOLE = '/.whole';
/** A network that takes longer than this for a page is as good as none. */
const PATIENCE_MS = 4000;
const AT_ONCE = 8;

/** A file has the name of its content: an earlier build may have it already. */
const ownFile = async (cache, path) => {
  const known = path.startsWith('/assets/') ? await caches.match(path) : undefined;
  const file = known ?? (await fetch(path, { cache: path.startsWith('/assets/') ? 'default' : 'reload' }));
  if (!file.ok) throw new Error(`${path}: ${file.status}`);
  await cache.put(path, file);
};

const keepAll = async () => {
  const cache = await caches.open(NAME);
  const left = [...BUILD.files];
  const one = async () => {
    for (let path = left.shift(); path; path = left.shift()) await ownFile(cache, path);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  await cache.put(WHOLE, new Response(BUILD.id, { headers: { 'x-kept-at': String(Date.now()) } }));
};

self.addEventListener('install', event => event.waitUntil(keepAll()));

// It takes over once no page of an earlier build is open (no skipWaiting): what such a page still loads is there until then.
self.addEventListener('activate', event => {
  const begin = async () => {
    const names = await caches.keys();
    const old = names.filter(name => name.startsWith('program-') && name !== NAME && name !== FONTS);
    await Promise.all(old.map(name => caches.delete(name)));
    await self.registration.navigationPreload?.enable();
    await self.clients.claim();
  };
  event.waitUntil(begin());
});

/** The page of the newest build of which every file is here: a newer one may wait for its turn. */
const keptPage = async () => {
  const names = (await caches.keys()).filter(name => name.startsWith('program-') && name !== FONTS);
  const whole = await Promise.all(
    names.map(async name => {
      const cache = await caches.open(name);
      const mark = await cache.match(WHOLE);
      return mark ? { cache, at: Number(mark.headers.get('x-kept-at')) } : null;
    }),
  );
  const newest = whole.filter(Boolean).sort((a, b) => b.at - a.at)[0];
  return newest?.cache.match('/index.html');
};

const late = () =>
  new Promise((_done, failed) => {
    setTimeout(() => failed(new Error('late')), PATIENCE_MS);
  });

const page = async event => {
  const asked = Promise.resolve(event.preloadResponse).then(early => early ?? fetch(event.request));
  const kept = keptPage();
  try {
    // Without a copy there is nothing to be had sooner.
    const answer = await ((await kept) ? Promise.race([asked, late()]) : asked);
    if (answer.status < 500) return answer;
    return (await kept) ?? answer;
  } catch (fault) {
    asked.catch(() => undefined);
    const found = await kept;
    if (found) return found;
    throw fault;
  }
};

const asset = async request => {
  const found = await caches.match(request.url, { ignoreVary: true });
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok && request.url.endsWith('.woff2')) {
    const fonts = await caches.open(FONTS);
    await fonts.put(request.url, answer.clone());
  }
  return answer;
};

self.addEventListener('fetch', event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (/^\/(api|socket\.io|healthz|readyz|metrics)(\/|$)/.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(event));
  else if (pathname.startsWith('/assets/') || pathname === '/icon.svg') event.respondWith(asset(request));
});
