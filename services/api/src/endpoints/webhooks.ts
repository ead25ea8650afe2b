import { randomBytes } from 'node:crypto';
import { mayAdminister, showCard, type Viewer } from '@kaerimichi/access';
import {
  outsideFault,
  type Webhook,
  type WebhookDelivery,
  webhookEndpoints,
  webhookFailures,
} from '@kaerimichi/contracts';
import { tokyoDay, type Words } from '@kaerimichi/discharge';
import type { StoredDelivery } from '@kaerimichi/store';
import { implement } from '../implement.ts';
import { implementOnce } from '../implement-once.ts';
import { noteChange } from '../note-change.ts';
import type { ApiPorts } from '../ports.ts';

const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;
const notFound = { ok: false, refusal: { code: 'not-found' } } as const;
const bad = (path: string, message: Words) =>
  ({ ok: false, refusal: { code: 'bad-input', issues: [{ path, message }] } }) as const;

const MOST_LISTED = 50;
/** So long both secrets sign: whoever sets the other side up has a working day for it. */
const OVERLAP_MS = 24 * 3_600_000;

/** Services that are told of notices of an organisation, kept by its administrators. */
export function webhookImplementations(ports: ApiPorts) {
  return [
    ...[listing(ports), making(ports), changing(ports), rotating(ports), removing(ports)],
    ...[listingDeliveries(ports), testing(ports), tryingAgain(ports)],
  ];
}

type Change = { readonly id: string; readonly outcome: string; readonly requestId: string };
const note = (ports: ApiPorts, viewer: Viewer, { id, outcome, requestId }: Change) =>
  noteChange(ports, viewer, { what: `webhook ${id}`, outcome, requestId });

/** As Standard Webhooks writes one. */
const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** Why this program sends nothing to an address, or at all; null: it would. */
function refused({ settings }: ApiPorts, url: string | undefined) {
  if (!settings.isWebhookSent) return bad('url', notSent);
  const fault = url === undefined ? null : outsideFault(url, settings);
  return fault && bad('url', fault);
}

const listing = (ports: ApiPorts) =>
  implement(ports, webhookEndpoints.list, async ({ who: { viewer } }) => {
    if (!mayAdminister(viewer)) return forbidden;
    const webhooks: Webhook[] = await ports.store.webhooks.listOf(viewer.org);
    return { ok: true, answer: { isSent: ports.settings.isWebhookSent, webhooks } };
  });

const making = (ports: ApiPorts) =>
  implementOnce(
    ports,
    webhookEndpoints.make,
    async ({ who: { viewer }, body: { url, kinds }, meta: { requestId } }) => {
      if (!mayAdminister(viewer)) return forbidden;
      const refusal = refused(ports, url);
      if (refusal) return refusal;
      const secret = newSecret();
      const webhook = await ports.store.webhooks.make({ url, kinds, org: viewer.org, secret, by: viewer.person });
      if (!webhook) return bad('url', tooMany);
      note(ports, viewer, { id: webhook.id, outcome: 'made', requestId });
      return { ok: true, answer: { webhook, secret }, keep: { webhook, secret: null } };
    },
  );

const changing = (ports: ApiPorts) =>
  implementOnce(ports, webhookEndpoints.change, async ({ who: { viewer }, params, body, meta: { requestId } }) => {
    if (!mayAdminister(viewer)) return forbidden;
    const { url, kinds, isOn } = body;
    const changes = { ...(url !== undefined && { url }), ...(kinds && { kinds }), ...(isOn !== undefined && { isOn }) };
    // Whoever switches one off may do so wherever it leads.
    const refusal = url === undefined && isOn !== true ? null : refused(ports, url);
    if (refusal) return refusal;
    const webhook = await ports.store.webhooks.change(viewer.org, params.id, changes);
    if (!webhook) return notFound;
    note(ports, viewer, { id: webhook.id, outcome: `changed ${webhook.state}`, requestId });
    return { ok: true, answer: webhook };
  });

const rotating = (ports: ApiPorts) =>
  implementOnce(ports, webhookEndpoints.rotate, async ({ who: { viewer }, params, meta: { requestId } }) => {
    if (!mayAdminister(viewer)) return forbidden;
    const secret = newSecret();
    const until = new Date(Date.parse(ports.clock.now()) + OVERLAP_MS).toISOString();
    const webhook = await ports.store.webhooks.rotate(viewer.org, params.id, secret, until);
    if (!webhook) return notFound;
    note(ports, viewer, { id: webhook.id, outcome: 'new secret', requestId });
    return { ok: true, answer: { webhook, secret }, keep: { webhook, secret: null } };
  });

const removing = (ports: ApiPorts) =>
  implement(ports, webhookEndpoints.remove, async ({ who: { viewer }, params: { id }, meta: { requestId } }) => {
    if (!mayAdminister(viewer)) return forbidden;
    if (!(await ports.store.webhooks.remove(viewer.org, id))) return notFound;
    note(ports, viewer, { id, outcome: 'removed', requestId });
    return { ok: true, answer: null };
  });

const listingDeliveries = (ports: ApiPorts) =>
  implement(ports, webhookEndpoints.deliveries, async ({ who: { viewer }, params: { id } }) => {
    if (!mayAdminister(viewer)) return forbidden;
    const { webhooks } = ports.store;
    if (!(await webhooks.listOf(viewer.org)).some(own => own.id === id)) return notFound;
    const deliveries = await webhooks.deliveriesOf(viewer.org, id, MOST_LISTED);
    const mayName = await sightOf(ports, viewer, deliveries);
    return { ok: true, answer: { deliveries: deliveries.map(one => shown(one, mayName)) } };
  });

const testing = (ports: ApiPorts) =>
  implementOnce(ports, webhookEndpoints.test, async ({ who: { viewer }, params: { id }, meta: { requestId } }) => {
    if (!mayAdminister(viewer)) return forbidden;
    const faults = refused(ports, undefined);
    if (faults) return faults;
    const delivery = await ports.store.webhooks.test(viewer.org, id);
    if (delivery) {
      note(ports, viewer, { id, outcome: 'tried', requestId });
      return { ok: true, answer: shown(delivery, () => false) };
    }
    const isThere = (await ports.store.webhooks.listOf(viewer.org)).some(own => own.id === id);
    return isThere ? bad('id', triedOften) : notFound;
  });

const tryingAgain = (ports: ApiPorts) =>
  implementOnce(ports, webhookEndpoints.tryAgain, async ({ who: { viewer }, params: { id, delivery } }) => {
    if (!mayAdminister(viewer)) return forbidden;
    const again = await ports.store.webhooks.tryAgain(viewer.org, id, delivery);
    if (!again) return notFound;
    return { ok: true, answer: shown(again, await sightOf(ports, viewer, [again])) };
  });

/** The cases among them that whoever keeps the webhook is shown anyway: of another one it learns no name of any kind. */
async function sightOf({ store, clock }: ApiPorts, viewer: Viewer, deliveries: readonly StoredDelivery[]) {
  const ids = [...new Set(deliveries.flatMap(({ caseId }) => caseId ?? []))];
  const entries = ids.length > 0 ? await store.board.cardsOf(viewer.org, ids) : [];
  const on = tokyoDay(clock.now());
  const seen = new Set(entries.flatMap(({ card, access }) => (showCard(card, access, viewer, on) ? [card.id] : [])));
  return (caseId: string) => seen.has(caseId);
}

/** A failure of another version of the program is told as the most general one. */
const shown = (
  { failure, caseId, ...delivery }: StoredDelivery,
  mayName: (caseId: string) => boolean,
): WebhookDelivery => ({
  ...delivery,
  caseId: caseId !== null && mayName(caseId) ? caseId : null,
  failure: failure === null ? null : (webhookFailures.find(known => known === failure) ?? 'refused'),
});

const notSent: Words = {
  ja: 'ここでは外のサービスへの通知は使えません。システムを動かしている担当者にたずねてください。',
  en: 'This program tells no services: ask whoever runs it.',
};
const triedOften: Words = {
  ja: 'この1時間に10回ためしました。しばらくしてからためしてください。',
  en: 'It was tried ten times within the hour: try again later.',
};
const tooMany: Words = {
  ja: '登録できるのは10件までです。使っていないものを消してください。',
  en: 'There are ten already: remove one that is not used.',
};
