import { organisationNotices } from '@kaerimichi/casework';
import { type NoticeKind, noticeKinds } from '@kaerimichi/discharge';
import { composeWebhook, isStopped, nextTry } from '@kaerimichi/notices';
import type { ClaimedDelivery } from '@kaerimichi/store';
import { type Called, callOutside } from './call-outside.ts';
import type { CourierPorts } from './courier-ports.ts';
import { signMessage } from './sign-message.ts';

/** So long nothing else is tried at a webhook that failed. */
const REST_MS = 30_000;

/**
 * Sends one message. Whether the organisation may be told it is asked at this moment. Dies the program between the answer
 * and the row, another try sends the same message under the same id.
 */
export async function sendWebhook(ports: CourierPorts, delivery: ClaimedDelivery): Promise<void> {
  const { webhookDeliveries: deliveries } = ports.store;
  const body = await bodyOf(ports, delivery);
  if (body === null) return deliveries.end(delivery, { state: 'dropped', status: null });
  const { id, webhook } = delivery;
  const headers = {
    ...{ 'content-type': 'application/json', 'user-agent': 'Kaerimichi' },
    ...signMessage({ id, at: ports.clock.now(), body }, webhook.secrets),
  };
  const called = await callOutside({ url: webhook.url, headers, body }, ports.outside);
  const failure = failureOf(called);
  const status = 'status' in called ? called.status : null;
  if (failure === null) return deliveries.end(delivery, { state: 'sent', status });
  await notSent(ports, delivery, { failure, status });
}

/** What is told; null: nothing any more. */
async function bodyOf(ports: CourierPorts, { key, kind, caseId, madeAt, webhook }: ClaimedDelivery) {
  const told = { at: madeAt, org: webhook.org.id };
  if (caseId === null) return composeWebhook({ ...told, kind: 'test', about: null }, ports.place);
  const known = noticeKinds.find(other => other === kind);
  if (!known || !webhook.isOn || !(await isStillTold(ports, { key, caseId, webhook }))) return null;
  const [entry] = await ports.store.board.cardsOf(webhook.org.id, [caseId]);
  return entry
    ? composeWebhook({ ...told, kind: known satisfies NoticeKind, about: { no: entry.card.no, caseId } }, ports.place)
    : null;
}

type Named = { readonly key: string; readonly caseId: string } & Pick<ClaimedDelivery, 'webhook'>;

async function isStillTold(ports: CourierPorts, { key, caseId, webhook: { org } }: Named): Promise<boolean> {
  const seq = /#(\d+)$/.exec(key)?.[1];
  const change = seq ? await ports.store.webhookLooks.changeAt(org.id, caseId, Number(seq)) : null;
  if (seq && !change) return false;
  const wish = seq ? { changed: change ? [change] : [], among: [] } : { changed: [], among: [caseId] };
  return (await organisationNotices(ports, { org, ...wish })).some(notice => notice.key === key);
}

/** By a word of ours; null: it arrived. */
function failureOf(called: Called): string | null {
  if ('why' in called) return called.why;
  const { status } = called;
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return 'redirect';
  return status === 410 ? 'gone' : 'refused';
}

type NotSent = { readonly failure: string; readonly status: number | null };

async function notSent({ store, clock, log }: CourierPorts, delivery: ClaimedDelivery, { failure, status }: NotSent) {
  const { id, webhook, tries, begunAt, caseId } = delivery;
  const now = clock.now();
  log.warn({ webhook: webhook.id, delivery: id, tries, failure, status }, 'a webhook did not take a message');
  // Whoever tries one looks on, and presses again; an address that is gone, or inside, does not come back by itself.
  const isFinal = caseId === null || failure === 'gone' || failure === 'inside';
  const nextAt = isFinal ? null : nextTry({ tries, begunAt, now, chance: Math.random() });
  const restUntil = new Date(Date.parse(now) + REST_MS).toISOString();
  await store.webhookDeliveries.fail(delivery, { failure, status, nextAt, restUntil });
  if (failure === 'gone' || isStopped(webhook.failingSince, now)) {
    log.warn({ webhook: webhook.id }, 'a webhook at which nothing arrives was switched off');
    await store.webhookDeliveries.stop(webhook.id);
  }
}
