// What this browser does for the program while no page of it is open. Each task has listeners of its own, and a registration
// for the pages it is about: web push has a scope in which there is no page, so that no page waits for it.

const said = { title: 'かえりみち', body: 'あなたの番があります', path: '/inbox' };

/** What was sent, as far as it can be read: a push that shows nothing would cost the permission. */
const readPush = data => {
  try {
    return { ...said, ...data?.json() };
  } catch {
    return said;
  }
};

self.addEventListener('push', event => {
  const { title, body, path } = readPush(event.data);
  const shown = { body, icon: '/icon.svg', tag: 'turn', data: { path } };
  event.waitUntil(self.registration.showNotification(title, shown));
});

/** A page of this program, whatever was sent. */
const ownUrl = path => {
  const url = new URL(String(path ?? said.path), self.location.origin);
  return url.origin === self.location.origin ? url.href : self.location.origin + said.path;
};

self.addEventListener('notificationclick', event => {
  event.notification.close();
  const url = ownUrl(event.notification.data?.path);
  const open = async () => {
    const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
    const there = pages.find(page => page.url === url);
    return there ? there.focus() : self.clients.openWindow(url);
  };
  event.waitUntil(open());
});
