/** A scope in which there is no page: none waits for the worker that takes pushes. */
const SCOPE = '/push/';
const SCRIPT = '/service-worker.js';

type Subscription = { readonly endpoint: string; readonly keys: { readonly p256dh: string; readonly auth: string } };

/** How this browser is told something; null: it is not. */
export async function ownSubscription(): Promise<PushSubscription | null> {
  if (!('serviceWorker' in navigator)) return null;
  const registration = await navigator.serviceWorker.getRegistration(SCOPE);
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/**
 * Asks whoever sits here, and then the browser's push service. `denied`: notices are not allowed here; `failed`: the push
 * service is not reached.
 */
export async function subscribe(publicKey: string): Promise<Subscription | 'denied' | 'failed'> {
  if ((await Notification.requestPermission()) !== 'granted') return 'denied';
  try {
    const registration = await navigator.serviceWorker.register(SCRIPT, { scope: SCOPE });
    await untilActive(registration);
    const keys = { userVisibleOnly: true, applicationServerKey: publicKey };
    const { endpoint = '', keys: { p256dh = '', auth = '' } = {} } = (
      await registration.pushManager.subscribe(keys)
    ).toJSON();
    return { endpoint, keys: { p256dh, auth } };
  } catch {
    return 'failed';
  }
}

/** A push service asks for a worker that runs; `ready` would wait for one of this page, which has none. */
function untilActive({ installing, waiting, active }: ServiceWorkerRegistration): Promise<void> {
  const worker = active ?? waiting ?? installing;
  if (!worker || worker.state === 'activated') return Promise.resolve();
  return new Promise(resolve => {
    worker.addEventListener('statechange', () => worker.state === 'activated' && resolve());
  });
}

/** Ends it here, where it is this browser's. */
export async function endSubscription(endpoint: string): Promise<void> {
  const own = await ownSubscription().catch(() => null);
  if (own?.endpoint === endpoint) await own.unsubscribe().catch(() => false);
}
