import type { TextField } from '../../event.ts';
import type { Words } from '../../words.ts';

/** Rows that are written at home and in hospital alike, so that one stands beside the other (experience.md §5.10). */
export const measureIds = [
  'spo2Awake',
  'spo2Asleep',
  'co2',
  'pulse',
  'breaths',
  'temperature',
  'ventilation',
  'oxygenFlow',
  'leak',
  'suctions',
  'feeding',
  'turns',
  'nightCalls',
  'seizures',
] as const;
export type MeasureId = (typeof measureIds)[number];

const w = (ja: string, en: string): Words => ({ ja, en });

/** Of signs, settings and the work of care; the unit stands in the label, since a setting is often two numbers (12/5). */
export const measures: Readonly<Record<MeasureId, { readonly label: Words; readonly kind: MeasureKind }>> = {
  spo2Awake: { label: w('SpO₂ 起きているとき(%)', 'SpO₂ awake (%)'), kind: 'sign' },
  spo2Asleep: { label: w('SpO₂ 眠っているときの最低(%)', 'SpO₂ asleep, lowest (%)'), kind: 'sign' },
  co2: { label: w('CO₂(mmHg)', 'CO₂ (mmHg)'), kind: 'sign' },
  pulse: { label: w('脈拍(回/分)', 'Pulse (per minute)'), kind: 'sign' },
  breaths: { label: w('呼吸数(回/分)', 'Breaths (per minute)'), kind: 'sign' },
  temperature: { label: w('体温(℃)', 'Temperature (°C)'), kind: 'sign' },
  ventilation: { label: w('呼吸器の圧(cm H₂O)', 'Ventilator pressure (cm H₂O)'), kind: 'setting' },
  oxygenFlow: { label: w('酸素(L/分)', 'Oxygen (L per minute)'), kind: 'setting' },
  leak: { label: w('リーク(L/分)', 'Leak (L per minute)'), kind: 'setting' },
  suctions: { label: w('夜の吸引(回)', 'Suctions at night'), kind: 'care' },
  feeding: { label: w('注入(mL/日)', 'Feeds (mL a day)'), kind: 'care' },
  turns: { label: w('夜の体位変換(回)', 'Turns at night'), kind: 'care' },
  nightCalls: { label: w('夜に起きた回数(回)', 'Times up at night'), kind: 'care' },
  seizures: { label: w('けいれん(回/日)', 'Seizures (a day)'), kind: 'care' },
};
export type MeasureKind = 'sign' | 'setting' | 'care';

/** Longest value of a row: “12/5”, “P-SIMV 18/5”. */
const LONGEST = 60;

/** The rows as texts of an event: what was measured is a record, which can be destroyed, and never part of the chain. */
export const measureTexts: Readonly<Record<MeasureId, Partial<TextField> & { label: Words }>> = Object.fromEntries(
  measureIds.map(id => [id, { label: measures[id].label, maxLength: LONGEST, kind: 'line' as const }]),
) as Record<MeasureId, Partial<TextField> & { label: Words }>;
