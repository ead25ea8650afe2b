import { z } from 'zod';
import { type CaseEvent, defineFact, noteText, putItem, stampOf } from '../../event.ts';
import type { CaseFacts } from '../../facts.ts';
import { day, itemId } from '../../vocabulary.ts';
import { afterModelChange } from '../training/learnt-on.ts';

type Device = CaseFacts['devices'][number];
type Chosen = Omit<Device, 'id' | 'seq' | 'on' | 'round'> & {
  readonly deviceId: string;
  readonly modelChanged?: boolean | undefined;
  readonly installedOn?: string | undefined;
};

const deviceChosen = defineFact('device.chosen', {
  label: { ja: '機器を決める・状況を記録する', en: 'Choose a device, record its state' },
  reading: 'きき を きめる じょうきょう を きろく する',
  alsoCalled: { ja: 'こきゅうき', en: 'ventilator, equipment' },
  told: { ja: '機器の選定・状況を記録した', en: 'Device or its state recorded' },
  category: 'skills',
  item: { field: 'deviceId', isNew: 'orKnown' },
  body: {
    deviceId: itemId,
    kind: itemId.describe('計画書の機器の種類'),
    electric: z.boolean(),
    atHome: z.boolean().describe('自宅に届いたか'),
    consumables: z.boolean().describe('消耗品の手配が済んだか'),
    vendorPhone24h: z.boolean().describe('業者の24時間連絡先を家族に渡したか'),
    modelChanged: z.boolean().optional().describe('別の機種に替えたか。替えると、手技の「ひとりで」を確かめなおす'),
    installedOn: day.optional(),
    nextServiceOn: day.optional(),
    batteryMinutes: z.int().min(1).max(6000).optional(),
    batteryOn: day.optional(),
    watts: z.int().min(1).max(5000).optional(),
  },
  texts: {
    model: { label: { ja: 'メーカー・機種', en: 'Maker and model' }, maxLength: 200 },
    lot: { label: { ja: '製造番号・ロット', en: 'Serial number, lot' }, maxLength: 100 },
    settings: { label: { ja: '設定', en: 'Settings' }, maxLength: 1000 },
    vendor: { label: { ja: '持ち主・業者', en: 'Owner, vendor' }, maxLength: 200 },
    phone24h: { label: { ja: '業者の24時間電話', en: "Vendor's 24-hour telephone" }, maxLength: 40 },
    spares: { label: { ja: '予備・消耗品', en: 'Spare parts, consumables' }, maxLength: 500 },
    note: { label: { ja: '選んだ理由・メモ', en: 'Reason, note' } },
  },
  record: (facts, event) => {
    const device = deviceAfter(facts, event);
    const skills = event.body.modelChanged
      ? afterModelChange(facts.skills, device, stampOf(facts, event).on)
      : facts.skills;
    return { ...facts, devices: putItem(facts.devices, device), skills };
  },
});

/** What was measured of a device stays known when only its state is told; of another model it says nothing. */
function deviceAfter(facts: CaseFacts, event: CaseEvent<Chosen>): Device {
  const { deviceId, modelChanged, installedOn: _installedOn, ...rest } = event.body;
  const known = modelChanged ? undefined : facts.devices.find(({ id }) => id === deviceId);
  const { nextServiceOn, batteryMinutes, batteryOn, watts } = known ?? {};
  const measured = Object.entries({ nextServiceOn, batteryMinutes, batteryOn, watts }).filter(
    ([, value]) => value !== undefined,
  );
  const stamp = stampOf(facts, event);
  // Without a day of its own it was measured when it was written down.
  const on = rest.batteryMinutes === undefined ? {} : { batteryOn: stamp.on };
  return { ...Object.fromEntries(measured), ...stamp, id: deviceId, ...on, ...rest };
}

const judged = z.enum(['good', 'fair', 'poor']).optional();

const deviceTried = defineFact('device.tried', {
  label: { ja: '機器の候補を試した', en: 'Device tried' },
  reading: 'きき の こうほ を ためした',
  alsoCalled: { ja: 'でもき', en: 'demo device' },
  told: { ja: '機器の候補を試した', en: 'Device tried' },
  todo: { ja: '機器の候補を試す', en: 'Try a device' },
  category: 'skills',
  body: {
    trialNo: z.int().min(1).max(99).describe('候補の番号。同じ番号は書きなおし'),
    kind: itemId.describe('計画書の機器の種類'),
    fit: judged,
    noise: judged,
    weight: judged,
    decision: z.enum(['beingTried', 'chosen', 'notChosen']),
  },
  texts: {
    model: { label: { ja: 'メーカー・機種', en: 'Maker and model' }, required: true, maxLength: 200 },
    familySays: { label: { ja: '家族の感想', en: 'What the family says' }, maxLength: 1000 },
    reason: { label: { ja: '決めた理由', en: 'Why it was decided so' }, maxLength: 1000 },
  },
  // What was said is known while it is decided, and not when it is decided again.
  objection: (_facts, { body, said }) =>
    body.decision === 'beingTried' || !said || said.includes('reason')
      ? null
      : { code: 'device.reason', text: { ja: '決めた理由を書いてください。', en: 'Say why it was decided so.' } },
});

const homeChecked = defineFact('home.checked', {
  label: { ja: '住まいと電源を確認した', en: 'Home and power checked' },
  reading: 'すまい と でんげん を かくにん した',
  alsoCalled: { ja: 'いえ', en: 'house' },
  todo: { ja: '住まいと電源を確認する', en: 'Check the home and the power' },
  form: { knows: 'homeChecked' },
  category: 'disaster',
  body: {
    home: z.boolean().describe('住環境に問題がないか'),
    power: z.boolean().describe('コンセントと契約アンペアが足りるか'),
    powerPlan: z.boolean().describe('停電時の計画があるか'),
  },
  texts: noteText,
  record: (facts, event) => ({ ...facts, homeChecked: { ...stampOf(facts, event), ...event.body } }),
});

export const equipmentEvents = [deviceChosen, deviceTried, homeChecked] as const;
