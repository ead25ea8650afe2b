import { createHash, randomUUID } from 'node:crypto';
import { organisationNotices } from '@kaerimichi/casework';
import { tokyoDay } from '@kaerimichi/discharge';
import { SOON_MS } from '@kaerimichi/notices';
import type { ClaimedWebhook } from '@kaerimichi/store';
import type { CourierPorts } from './courier-ports.ts';

/** As long as somebody may take a step back (people.md), nobody is told of it. */
const UNDO_MS = 10_000;
/** Changed cases of one look; the others are told with the next. */
const MOST_CASES = 100;

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

/** Looks once what is new for an organisation: what its webhook is to be told is a delivery from then on. */
export async function lookForWebhook(ports: CourierPorts, webhook: ClaimedWebhook): Promise<void> {
  const { store, clock } = ports;
  const at = clock.now();
  const seen = await seenNow(ports, webhook.org.id, at);
  const nextAt = later(at, SOON_MS);
  if (seen === webhook.seen) return store.webhookLooks.end(webhook, { told: [], seqs: [], nextAt, seen });
  await store.webhookLooks.meet(webhook);
  const changed = await store.webhookLooks.changedSince(webhook, MOST_CASES);
  const found = await organisationNotices(ports, { org: webhook.org, changed });
  const ids = [...new Set([...found, ...changed].map(({ caseId }) => caseId))];
  const unsettled = new Set(await store.noticeLooks.changedSince(ids, later(at, -UNDO_MS)));
  const settled = changed.filter(({ caseId }) => !unsettled.has(caseId));
  const seqs = settled.map(({ caseId, events }) => ({ caseId, seq: Math.max(...events.map(({ seq }) => seq)) }));
  const isWhole =
    unsettled.size === 0 &&
    changed.length < MOST_CASES &&
    changed.every(({ version, caseId }) => seqs.some(mark => mark.caseId === caseId && mark.seq >= version));
  const told = found
    .filter(({ kind, caseId }) => webhook.kinds.includes(kind) && !unsettled.has(caseId))
    .map(notice => ({ ...notice, id: `msg_${randomUUID()}` }));
  await store.webhookLooks.end(webhook, {
    ...{ told, seqs },
    nextAt: isWhole ? nextAt : later(at, UNDO_MS),
    seen: isWhole ? seen : null,
  });
}

/** The cases that an organisation sees and their versions, and the day: as long as it is the same, nothing came up. */
async function seenNow({ store }: CourierPorts, org: string, at: string): Promise<string> {
  const versions = (await store.board.versionsOf(org)).map(([id, version]) => `${id} ${version}`).sort();
  return createHash('sha256')
    .update(JSON.stringify([tokyoDay(at), versions]))
    .digest('base64url');
}
