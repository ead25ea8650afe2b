import { z } from 'zod';
import { defineFact, noteText, putItem, stampOf } from '../../event.ts';
import { itemId } from '../../vocabulary.ts';

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
  },
  texts: {
    model: { label: { ja: 'メーカー・機種', en: 'Maker and model' }, maxLength: 200 },
    note: { label: { ja: '選んだ理由・メモ', en: 'Reason, note' } },
  },
  record: (facts, event) => {
    const { deviceId, ...rest } = event.body;
    return { ...facts, devices: putItem(facts.devices, { ...stampOf(facts, event), id: deviceId, ...rest }) };
  },
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

export const equipmentEvents = [deviceChosen, homeChecked] as const;
