import { inTurns } from '../in-turns.ts';
import type { CourierPorts } from './courier-ports.ts';

/** Looks and messages of one lane and turn, each claimed when it is begun. */
const SLICE = 20;
/** Messages at once: a webhook that lets us wait keeps the others waiting less. */
const LANES = 4;
/** Whoever subscribed a browser, or took up a membership, is looked for within a minute. */
const OPEN_MS = 60_000;

/**
 * The courier: looks what is new for organisations with webhooks and for people with a browser that is told, and sends it.
 * Beside the clock and the postman: what is slow outside makes no deadline and no mail late. Several share the work by rows.
 */
export const startCourier = (ports: CourierPorts): { stop(): Promise<void> } =>
  inTurns(stopping => {
    const turn = courierTurn(ports, stopping);
    return () => turn().catch(fault => ports.log.warn({ err: fault }, 'the courier missed a turn'));
  });

/** One turn: what is due by webhook, then by push. What does the work is loaded when there is some. */
export function courierTurn(ports: CourierPorts, stopping: AbortSignal): () => Promise<void> {
  const { store } = ports;
  const each = oneByOne(ports, stopping);
  let openedAt = 0;
  const byPush = async () => {
    if (Date.now() - openedAt >= OPEN_MS) {
      await store.pushLooks.open();
      openedAt = Date.now();
    }
    const { lookForPush, sendPush } = await import('./send-push.ts');
    await each(store.pushLooks.claim, look => lookForPush(ports, look));
    await each(store.pushes.claim, push => sendPush(ports, push));
  };
  return async () => {
    if (ports.isWebhookSent && (await store.webhookDeliveries.isAnyDue())) {
      const { lookForWebhook } = await import('./look-for-webhook.ts');
      const { sendWebhook } = await import('./send-webhook.ts');
      await each(store.webhookLooks.claim, webhook => lookForWebhook(ports, webhook));
      const lane = () => each(store.webhookDeliveries.claim, delivery => sendWebhook(ports, delivery));
      await Promise.all(Array.from({ length: LANES }, lane));
    }
    if (ports.push) await byPush();
  };
}

/** Does one after the other; those behind one that fails do not suffer from it, and its claim ends by itself. */
const oneByOne =
  ({ log }: CourierPorts, stopping: AbortSignal) =>
  async <Claimed>(claim: () => Promise<Claimed | null>, work: (claimed: Claimed) => Promise<void>): Promise<void> => {
    for (let n = 0; n < SLICE && !stopping.aborted; n++) {
      const claimed = await claim();
      if (claimed === null) return;
      await work(claimed).catch(fault => log.error({ err: fault }, 'something could not be sent outside'));
    }
  };
