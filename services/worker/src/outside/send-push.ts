import { seesBoard } from '@kaerimichi/access';
import { afterQuiet, composePush, nextTry, pushChoiceOf, readNoticeChoices } from '@kaerimichi/notices';
import type { BrowserSubscription, ClaimedLook, ClaimedPush } from '@kaerimichi/store';
import { findNotices, takeLook } from '../mail/take-look.ts';
import { callOutside } from './call-outside.ts';
import type { CourierPorts, PushKeys } from './courier-ports.ts';

/** How often it is asked whether somebody has come back. */
const AWAY_MS = 3_600_000;
/** As long as a push service keeps it for a browser that is off: after a day something else has come. */
const KEPT_SECONDS = 86_400;

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

/** Looks once what is new for a membership, as for a mail. */
export const lookForPush = (ports: CourierPorts, look: ClaimedLook): Promise<void> =>
  takeLook({ ...ports, looks: ports.store.pushLooks, timesOf: ({ mail }) => pushChoiceOf(mail) }, look);

/**
 * Tells somebody on every browser that they subscribed that something waits. What was read meanwhile, or may not be seen any
 * more, is none of it; where nothing is left, nothing is said.
 */
export async function sendPush(ports: CourierPorts, push: ClaimedPush): Promise<void> {
  const { pushes, pushSubscriptions } = ports.store;
  const notBefore = await whenToTell(ports, push);
  if (notBefore === null) return pushes.end(push.id, { state: 'dropped' });
  if (notBefore > ports.clock.now()) return pushes.postpone(push.id, notBefore, null);
  const browsers = await pushSubscriptions.keysOf(push.person);
  const told = await Promise.all(browsers.map(browser => tell(ports, push, browser)));
  if (told.includes(null)) return pushes.end(push.id, { state: 'sent' });
  const failure = told.find(why => why !== 'gone');
  if (!failure) return pushes.end(push.id, { state: 'dropped' });
  const now = ports.clock.now();
  const nextAt = nextTry({ tries: push.tries, begunAt: push.begunAt ?? now, now, chance: Math.random() });
  if (nextAt) await pushes.postpone(push.id, nextAt, failure);
  else await pushes.end(push.id, { state: 'failed', failure });
}

/** When something of a push may be told; null: nothing is left of it. */
async function whenToTell(ports: CourierPorts, push: ClaimedPush): Promise<string | null> {
  const reader = await ports.store.pushLooks.readerOf(push.membership);
  if (!reader || !seesBoard(reader.viewer)) return null;
  const choices = readNoticeChoices(reader.settings);
  const now = ports.clock.now();
  const notBefore = reader.isAway ? later(now, AWAY_MS) : afterQuiet(now, choices.mail);
  if (notBefore > now) return notBefore;
  const keys = new Set(await ports.store.pushes.keysOf(push.id));
  return (await findNotices(ports, reader, choices)).some(({ key }) => keys.has(key)) ? now : null;
}

/** Why one browser was not told; null: its push service took it; `gone`: it does not know that browser any more. */
async function tell(ports: CourierPorts, push: ClaimedPush, browser: BrowserSubscription): Promise<string | null> {
  const call = await encrypted(ports.push, browser, composePush(push.language)).catch((fault: unknown) => {
    // Keys for which nothing can be encrypted are no browser's; without our own, none of it would be sent.
    if (!ports.push) throw fault;
    return null;
  });
  if (!call) return forgotten(ports, browser);
  const called = await callOutside(call, ports.outside);
  if ('why' in called) return warned(ports, push, called.why);
  const { status } = called;
  if (status >= 200 && status < 300) return null;
  if (status !== 404 && status !== 410) return warned(ports, push, String(status));
  return forgotten(ports, browser);
}

async function forgotten({ store }: CourierPorts, { id }: BrowserSubscription): Promise<'gone'> {
  await store.pushSubscriptions.forget(id);
  return 'gone';
}

function warned({ log }: CourierPorts, { id, tries }: ClaimedPush, why: string): string {
  log.warn({ push: id, tries, why }, 'a push was not taken');
  return why;
}

async function encrypted(keys: PushKeys | null, { endpoint, p256dh, auth }: BrowserSubscription, text: string) {
  if (!keys) throw new Error('nobody is told by push without keys');
  // Loaded where somebody is told by push, and nowhere else.
  const { default: webPush } = await import('web-push');
  const {
    endpoint: url,
    headers,
    body,
  } = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, text, {
    ...{ vapidDetails: keys, TTL: KEPT_SECONDS, contentEncoding: 'aes128gcm', urgency: 'normal' },
    // The one before that was not shown yet is replaced.
    topic: 'turn',
  });
  return { url, headers, body: body ?? '' };
}
