import { childsNameAndKana, handedOn, weight } from '../child.ts';
import { batteryWords, devicesOf, type WrittenDevice } from '../device-rows.ts';
import {
  box,
  cell,
  codeOf,
  longDay,
  MADE_ON,
  nothing,
  originOf,
  printed,
  rows,
  type Told,
  table,
  together,
  told,
} from '../form.ts';
import type { Known } from '../known.ts';
import { bornAndAge } from '../letter.ts';
import type { Cell, Line, Paper, Rows, Table } from '../paper.ts';
import { whomToCall } from '../whom-to-call.ts';
import { type Template, titleOf } from './template.ts';

/** 在宅呼吸療法ケアシート: respirator, airway, suction and oxygen on one sheet, read before anybody touches them. */
export const respiratoryCareSheet: Template = {
  id: 'respiratoryCareSheet',
  title: titleOf('respiratoryCareSheet'),
  about: {
    ja: '呼吸器・気道・吸引・酸素の設定と予備。機器が変わったら作りなおします',
    en: 'Respirator, airway, suction and oxygen with their settings and spares',
  },
  needs: ['contacts', 'clinical', 'skills'],
  madeBy: 'leadAndDoctors',
  approvedBy: 'doctor',
  forFamily: true,
  compose,
};

function compose(known: Known): Paper {
  return {
    form: null,
    title: respiratoryCareSheet.title.ja,
    size: 'A4',
    isDense: true,
    addressee: null,
    blocks: [
      rows(
        null,
        [cell('お名前', 'contacts', childsNameAndKana(known)), cell('生年月日', 'contacts', bornAndAge(known))],
        [
          cell('体重', 'clinical', weight(known)),
          cell(MADE_ON, 'plan', told(longDay(known.on))),
          cell('見直す日', 'plan', nothing),
        ],
        [
          cell('ふだんのSpO₂・呼吸数・心拍数', 'clinical', nothing),
          cell('いつもの状態', 'clinical', handedOn(known, 'condition'), { width: 1.6 }),
        ],
      ),
      whomToCall(known),
      respirator(known),
      alarms(),
      backup(known),
      airway(known),
      suctionAndOxygen(known),
      rows(
        null,
        [cell('呼吸・吸引のしかた', 'clinical', handedOn(known, 'breathing'), { space: 2 })],
        [cell('緊急のとき', 'clinical', handedOn(known, 'emergencies'), { space: 2 })],
      ),
      {
        kind: 'signatures',
        lines: [
          { label: '設定を確かめた医師', name: null },
          { label: '説明した看護師・臨床工学技士', name: null },
        ],
      },
    ],
  };
}

const breathesFor: readonly string[] = ['ventilator', 'niv'];
const isRespirator = (kind: string) => breathesFor.includes(kind);

/** What was written of devices, with the words of its kind before it. */
const textOf = (all: readonly WrittenDevice[], name: string): Told =>
  together(
    ...all.map(({ device, entry }) => {
      const text = entry?.texts[name];
      return told(text && (all.length > 1 ? `${codeOf(device.kind)}:${text}` : text), entry ? [originOf(entry)] : []);
    }),
  );

/** A place of a form for a value with its unit, to be written in by hand. */
const blank = (label: string, unit: string, width = 1): Cell =>
  printed(label, 'clinical', { lines: [[`          ${unit}`]], from: [] }, { width });

function respirator(known: Known): Rows {
  const all = devicesOf(known, isRespirator);
  const needs = known.facts.needs ?? [];
  const kinds: Line = [
    box('気管切開(TPPV)', needs.includes('ventilator')),
    '  ',
    box('マスク(NPPV)', needs.includes('niv')),
    '  マスクの種類・サイズ',
  ];
  return rows(
    '人工呼吸器',
    [
      cell('メーカー・機種', 'skills', textOf(all, 'model'), { width: 1.4 }),
      cell('製造番号', 'skills', textOf(all, 'lot')),
    ],
    [
      cell('持ち主・業者', 'skills', textOf(all, 'vendor'), { width: 1.4 }),
      cell('24時間の電話', 'skills', textOf(all, 'phone24h')),
    ],
    [printed('つなぎかた', 'clinical', { lines: [kinds], from: [] }, { isRecorded: needs.some(isRespirator) })],
    [cell('設定(処方)', 'skills', textOf(all, 'settings'), { space: 2 })],
    [blank('モード', ''), blank('回数', '回/分'), blank('VT又はPIP', '')],
    [blank('PEEP・EPAP', 'cmH₂O'), blank('PS・IPAP', 'cmH₂O'), blank('吸気時間', '秒')],
    [blank('トリガー', ''), blank('FiO₂・酸素', 'L/分'), blank('1日の使用', '時間')],
    [blank('加湿器・人工鼻', ''), blank('回路の交換', 'ごと')],
  );
}

const alarms = (): Table =>
  table({
    title: '警報の設定',
    head: ['高圧', '低圧', '低換気(VT・MV)', '無呼吸(秒)', '回路外れ', 'SpO₂ 下限', '心拍 上限・下限'],
    widths: [1, 1, 1.4, 1.1, 1, 1.1, 1.4],
    rows: [],
    space: 1,
    category: 'clinical',
  });

/** Batteries by device as they were measured; what else is at hand when it stops is written in. */
function backup(known: Known): Rows {
  const electric = devicesOf(known).filter(({ device }) => device.batteryMinutes !== undefined);
  const measured = together(
    ...electric.map(({ device, entry }) =>
      told(`${codeOf(device.kind)}:${batteryWords(device)}`, entry ? [originOf(entry)] : []),
    ),
  );
  return rows(
    '止まったときの備え',
    [cell('バッテリー(測ったもの)', 'skills', measured), blank('外部バッテリー', '時間 ×    個')],
    [cell('予備の呼吸器', 'skills', nothing), cell('蘇生バッグの置き場所', 'skills', nothing)],
    [cell('予備・消耗品', 'skills', textOf(devicesOf(known), 'spares'), { space: 2 })],
  );
}

function airway(known: Known): Rows {
  const all = devicesOf(known, kind => kind === 'tracheostomy' || kind === 'cannula');
  return rows(
    '気道(気管カニューレ)',
    [cell('メーカー・種類', 'skills', textOf(all, 'model'), { width: 1.4 }), blank('内径・長さ', 'mm')],
    [blank('カフの量', 'mL'), blank('交換の間隔', 'ごと'), blank('次の交換', '')],
    [cell('予備(同じサイズ・1つ細いもの)の置き場所', 'skills', textOf(all, 'spares'))],
    [cell('抜けたときにすること', 'clinical', nothing, { space: 2 })],
  );
}

function suctionAndOxygen(known: Known): Rows {
  const suction = devicesOf(known, kind => kind === 'suction');
  const oxygen = devicesOf(known, kind => kind.startsWith('oxygen'));
  return rows(
    '吸引・酸素・排痰補助',
    [cell('吸引器', 'skills', textOf(suction, 'model'), { width: 1.4 }), blank('カテーテル', 'Fr')],
    [blank('挿入の長さ', 'cm'), blank('吸引圧', 'kPa'), blank('回数', '回/日')],
    [cell('酸素濃縮器・ボンベ', 'skills', textOf(oxygen, 'model'), { width: 1.4 }), blank('流量', 'L/分')],
    [blank('ボンベの大きさ・もつ時間', '時間'), blank('排痰補助装置', '+    /−    cmH₂O    回')],
  );
}
