import {
  careNeedWords,
  childsNameAndKana,
  childsSex,
  deviceWords,
  handedOn,
  partnerLines,
  schemeLines,
  town,
  weight,
} from '../child.ts';
import { cell, codeOf, from, headed, longDay, nothing, rows, together, told, written } from '../form.ts';
import type { Known } from '../known.ts';
import { bornAndAge } from '../letter.ts';
import type { Paper, Rows } from '../paper.ts';
import { whomToCall } from '../whom-to-call.ts';
import { type Template, titleOf } from './template.ts';

/**
 * あんしんノートの抜き出し: the chapters of the booklet that a family keeps, with what is recorded here, to be put into it.
 * Money and the years to come are the family's own to write.
 */
export const careNotebook: Template = {
  id: 'careNotebook',
  title: titleOf('careNotebook'),
  about: {
    ja: 'ご家族のノート(基本・生活・健康と医療)にはさむ紙。続きはご家族が書きます',
    en: 'To be put into the notebook that the family keeps; they write what follows',
  },
  needs: ['contacts', 'clinical'],
  madeBy: 'lead',
  approvedBy: 'lead',
  forFamily: true,
  compose,
};

function compose(known: Known): Paper {
  return {
    form: null,
    title: careNotebook.title.ja,
    size: 'A4',
    addressee: null,
    blocks: [
      aboutChild(known),
      whomToCall(known),
      rows(
        null,
        [cell('支えている人', 'plan', partnerLines(known), { space: 2 })],
        [cell('手帳・受給者証・手当', 'money', schemeLines(known), { space: 2 })],
        [cell('毎年の手続き', 'money', nothing, { space: 2 })],
      ),
      rows(
        '2 生活のこと',
        [cell('一日の流れ', 'plan', nothing, { space: 3 })],
        [cell('食事・注入', 'clinical', handedOn(known, 'nutrition'), { space: 2 })],
        [cell('好きなこと・苦手なこと', 'plan', nothing, { space: 2 })],
        [cell('伝えあうときのこつ', 'plan', nothing, { space: 2 })],
      ),
      health(known),
      { kind: 'remark', text: 'お金のこと、これからのことは、ご家族のノートに書いてください。' },
    ],
  };
}

const outpatient = ({ facts: { outpatient: next } }: Known) => headed('次の外来:', told(next && longDay(next.day)));

function aboutChild(known: Known): Rows {
  const { wish } = known.facts;
  return rows(
    '1 本人のこと',
    [
      cell('名前(ふりがな)', 'contacts', childsNameAndKana(known), { width: 1.5 }),
      cell('性別', 'contacts', childsSex(known), { width: 0.5 }),
    ],
    [cell('生年月日', 'contacts', bornAndAge(known)), cell('住所', 'contacts', town(known))],
    [cell('これまでのこと', 'clinical', nothing, { space: 3 })],
    [cell('家族・まわりの人', 'family', nothing, { space: 2 })],
    [
      cell(
        '大切にしていること',
        'family',
        together(told(wish && codeOf(wish.wish), from(known, 'wish.recorded')), written(known, 'wish.recorded')),
        { space: 2 },
      ),
    ],
  );
}

const health = (known: Known): Rows =>
  rows(
    '3 健康・医療のこと',
    [cell('医療的ケア', 'clinical', told(careNeedWords(known).join('、'), from(known, 'plan.written')))],
    [
      cell('いつもの状態', 'clinical', handedOn(known, 'condition'), { space: 2 }),
      cell('体重', 'clinical', weight(known), { width: 0.5 }),
    ],
    [cell('呼吸・吸引', 'clinical', handedOn(known, 'breathing'), { space: 2 })],
    [
      cell(
        '薬・アレルギー',
        'clinical',
        together(handedOn(known, 'medicines'), written(known, 'medication.transcribed')),
        { space: 2 },
      ),
    ],
    [cell('機器', 'skills', deviceWords(known), { space: 2 })],
    [cell('通院', 'clinical', outpatient(known))],
    [cell('予防接種', 'clinical', nothing, { space: 2 })],
    [cell('緊急のとき', 'clinical', handedOn(known, 'emergencies'), { space: 2 })],
  );
