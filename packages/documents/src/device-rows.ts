import { codeOf, newest, originOf, shortDay, table } from './form.ts';
import type { Entry, Known } from './known.ts';
import type { Line, Table } from './paper.ts';

type Device = NonNullable<Known['facts']['devices']>[number];

/** A device with what was last written of it. */
export type WrittenDevice = { readonly device: Device; readonly entry: Entry | undefined };

export const devicesOf = (known: Known, isMeant: (kind: string) => boolean = () => true): WrittenDevice[] =>
  (known.facts.devices ?? [])
    .filter(({ kind }) => isMeant(kind))
    .map(device => ({
      device,
      entry: newest(known, 'device.chosen', ({ event }) => event.body.deviceId === device.id),
    }));

/** How long its batteries lasted when it was measured, and when that was. */
export const batteryWords = ({ batteryMinutes, batteryOn }: Device): string =>
  batteryMinutes === undefined ? '' : `${hours(batteryMinutes)}${batteryOn ? `(測定 ${shortDay(batteryOn)})` : ''}`;

function hours(minutes: number): string {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [whole > 0 ? `${whole}時間` : '', rest > 0 || whole === 0 ? `${rest}分` : ''].join('');
}

/** Every device: model and settings, spare parts, and whom to call about it by day and night. */
export function deviceTable(known: Known, isMeant?: (kind: string) => boolean): Table {
  const all = devicesOf(known, isMeant);
  return table({
    title: '機器',
    head: ['機器', 'メーカー・機種', '設定', '予備・消耗品', '業者・24時間の電話'],
    widths: [1.1, 1.7, 2.2, 1.8, 1.8],
    rows: all.map(toRow),
    space: 1,
    from: all.flatMap(({ entry }) => (entry ? [originOf(entry)] : [])),
    category: 'skills',
  });
}

function toRow({ device, entry }: WrittenDevice): Line[] {
  const { model = '', settings = '', spares = '', vendor = '', phone24h = '' } = entry?.texts ?? {};
  return [
    [codeOf(device.kind)],
    [model],
    [settings],
    [spares],
    [[vendor, phone24h && `電話 ${phone24h}`].filter(Boolean).join(' ')],
  ];
}
