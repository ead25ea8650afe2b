import { type CaseFacts, planOf } from '@kaerimichi/discharge';
import type { Written } from '../written.ts';
import type { DeviceListSeen, DeviceSeen, TriedSeen } from './preparation-seen.ts';

/** Entries that the devices of a case are told from. */
export const deviceTypes = ['device.chosen', 'device.tried'] as const;

const textNames = ['model', 'lot', 'settings', 'vendor', 'phone24h', 'spares', 'note'] as const;

/** The devices of a case with what was written of each, kinds of the plan, and what was tried side by side. */
export function deviceListOf(facts: CaseFacts, entries: readonly Written[], readsPlan: boolean): DeviceListSeen {
  const wanted = [...new Set(((readsPlan ? planOf(facts)?.devices : undefined) ?? []).map(({ kind }) => kind))];
  const isThere = (kind: string) =>
    facts.devices.some(one => one.kind === kind && one.atHome && one.consumables && one.vendorPhone24h);
  return {
    wanted: wanted.map(kind => ({ kind, isComplete: isThere(kind) })),
    devices: facts.devices.map(device => deviceOf(device, entries)),
    tried: triedIn(entries),
  };
}

function deviceOf(device: CaseFacts['devices'][number], entries: readonly Written[]): DeviceSeen {
  const { id, kind, electric, atHome, consumables, vendorPhone24h, on } = device;
  const own = ofThisModel(
    entries.filter(({ event: { type, body } }) => type === 'device.chosen' && body.deviceId === id),
  );
  const lastOf = (name: string) => own.findLast(({ texts }) => texts[name])?.texts[name] ?? null;
  const installed = own.findLast(({ event }) => event.body.installedOn)?.event.body.installedOn;
  const texts = Object.fromEntries(textNames.map(name => [name, lastOf(name)])) as Pick<
    DeviceSeen,
    (typeof textNames)[number]
  >;
  return {
    ...{ id, kind, electric, atHome, consumables, vendorPhone24h, on },
    ...texts,
    installedOn: typeof installed === 'string' ? installed : null,
    nextServiceOn: device.nextServiceOn ?? null,
    batteryMinutes: device.batteryMinutes ?? null,
    batteryOn: device.batteryOn ?? null,
    watts: device.watts ?? null,
  };
}

/** What was written of the model before it says nothing of the one that took its place. */
function ofThisModel(own: readonly Written[]): readonly Written[] {
  const since = own.findLastIndex(({ event }) => event.body.modelChanged === true);
  return since < 0 ? own : own.slice(since);
}

/** Each candidate as it was written last, in the order of their numbers. */
function triedIn(entries: readonly Written[]): TriedSeen[] {
  const tried = entries.filter(({ event }) => event.type === 'device.tried');
  const last = new Map(tried.map(entry => [`${entry.event.body.kind} ${entry.event.body.trialNo}`, entry]));
  return [...last.values()].map(toTried).sort((a, b) => a.kind.localeCompare(b.kind) || a.trialNo - b.trialNo);
}

const codeIn = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const toTried = ({ event, texts }: Written): TriedSeen => ({
  trialNo: Number(event.body.trialNo),
  kind: String(event.body.kind),
  on: event.occurredOn ?? event.on,
  by: { person: event.by.person, role: event.by.role },
  model: texts.model ?? '',
  fit: codeIn(event.body.fit),
  noise: codeIn(event.body.noise),
  weight: codeIn(event.body.weight),
  decision: String(event.body.decision),
  familySays: texts.familySays ?? null,
  reason: texts.reason ?? null,
});
