import {
  ageWords,
  birthDay,
  careNeedWords,
  changedByEvaluation,
  childsNameAndKana,
  deviceWords,
  handedOn,
  partnerLines,
  weight,
} from '../child.ts';
import { cell, from, rows, told as said } from '../form.ts';
import type { Known } from '../known.ts';
import type { Paper } from '../paper.ts';
import { whomToCall } from '../whom-to-call.ts';
import { type Template, titleOf } from './template.ts';

/** 携行カード: what somebody needs who has to act for this child away from every screen, contacts first. */
export const carryCard: Template = {
  id: 'carryCard',
  title: titleOf('carryCard'),
  about: {
    ja: '連絡先・ケア・機器をA5の紙に。かばんに入れて持ち歩きます',
    en: 'Contacts, care and devices on A5, to be carried along',
  },
  needs: ['contacts', 'clinical'],
  madeBy: 'team',
  approvedBy: 'lead',
  forFamily: true,
  compose,
};

function compose(known: Known): Paper {
  const age = ageWords(known);
  const born = birthDay(known);
  const changed = changedByEvaluation(known);
  return {
    form: null,
    title: carryCard.title.ja,
    size: 'A5',
    addressee: null,
    blocks: [
      rows(
        null,
        [cell('お名前', 'contacts', childsNameAndKana(known))],
        [cell('生年月日', 'contacts', { ...born, lines: born.lines.map(line => (age ? [...line, ` ${age}`] : line)) })],
        [cell('体重', 'clinical', weight(known))],
      ),
      whomToCall(known),
      rows(
        'ケアと機器',
        // First of all: whoever knows the child looks for what is otherwise now. Without any the card keeps its room.
        ...(changed.lines.length > 0 ? [[cell('変わったこと', 'clinical', changed, { space: 2 })]] : []),
        [cell('必要なケア', 'clinical', said(careNeedWords(known).join('、'), from(known, 'plan.written')))],
        [cell('いつもの状態', 'clinical', handedOn(known, 'condition'), { space: 2 })],
        [cell('呼吸・吸引', 'clinical', handedOn(known, 'breathing'), { space: 2 })],
        [cell('栄養', 'clinical', handedOn(known, 'nutrition'))],
        [cell('薬・アレルギー', 'clinical', handedOn(known, 'medicines'), { space: 2 })],
        [cell('機器', 'skills', deviceWords(known), { space: 2 })],
        [cell('機器の設定', 'skills', handedOn(known, 'deviceSettings'), { space: 2 })],
        [cell('緊急時', 'clinical', handedOn(known, 'emergencies'), { space: 3 })],
      ),
      rows('支えている人', [cell('受け持ち', 'plan', partnerLines(known), { space: 2 })]),
    ],
  };
}
