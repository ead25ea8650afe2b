import { childsName, contacts, handedOn, partners } from '../child.ts';
import { blankDay, cell, nothing, printed, ring, rows, together, told } from '../form.ts';
import type { Known } from '../known.ts';
import { bornAndAge } from '../letter.ts';
import type { Paper } from '../paper.ts';
import { type Template, titleOf } from './template.ts';

/** 特別訪問看護指示書, as 別紙様式18 of the notice has it (C007 注): for up to 14 days of frequent visits. */
export const specialNursingOrder: Template = {
  id: 'specialNursingOrder',
  title: titleOf('specialNursingOrder'),
  about: {
    ja: '一時的に頻回の訪問看護が必要なとき、医師が書いて渡します(別紙様式18)',
    en: 'For a time of frequent visits, written by the doctor (form 18)',
  },
  needs: ['contacts', 'clinical'],
  madeBy: 'leadAndDoctors',
  approvedBy: 'doctor',
  compose,
};

const period = { lines: [[`${blankDay} ~ ${blankDay}`]], from: [] };

function compose(known: Known): Paper {
  const urgent = together(contacts(known, 'emergencyRoute'), contacts(known, 'night'));
  return {
    form: '別紙様式18',
    title: specialNursingOrder.title.ja,
    titles: [ring('特別訪問看護指示書', true), '  ', ring('在宅患者訪問点滴注射指示書')],
    size: 'A4',
    addressee: null,
    blocks: [
      { kind: 'remark', text: '※該当する指示書を○で囲むこと' },
      rows(
        null,
        [printed('特別看護指示期間', 'clinical', period)],
        [printed('点滴注射指示期間', 'clinical', period)],
        [
          cell('患者氏名', 'contacts', childsName(known)),
          cell('生年月日', 'contacts', bornAndAge(known), { width: 1.2 }),
        ],
        [cell('病状・主訴', 'clinical', nothing, { space: 6 })],
        [cell('一時的に訪問看護が頻回に必要な理由', 'clinical', nothing, { space: 4 })],
        [
          cell(
            '留意事項及び指示事項(注:点滴注射薬の相互作用・副作用についての留意点があれば記載して下さい。)',
            'clinical',
            nothing,
            { space: 7 },
          ),
        ],
        [cell('点滴注射指示内容(投与薬剤・投与量・投与方法等)', 'clinical', nothing, { space: 5 })],
        [cell('(薬・アレルギー)', 'clinical', handedOn(known, 'medicines'), { space: 2 })],
        [cell('緊急時の連絡先等', 'contacts', urgent, { space: 2 })],
      ),
      { kind: 'remark', text: '上記のとおり、指示いたします。' },
      ...signed(known),
    ],
  };
}

function signed(known: Known): Paper['blocks'] {
  const { lead = '' } = known.facts;
  const station = partners(known).find(({ part }) => part === 'visitingNurse');
  return [
    rows(
      null,
      [
        cell('医療機関名', 'plan', told(known.orgs[lead]), { width: 1.3 }),
        printed('指示日', 'clinical', { lines: [[blankDay]], from: [] }),
      ],
      [cell('住所', 'plan', nothing, { width: 1.3 }), cell('電話(FAX.)', 'plan', told(known.telephones[lead]))],
      [cell('事業所(宛先)', 'plan', told(station?.name && `${station.name} 殿`, station?.from))],
    ),
    { kind: 'signatures', lines: [{ label: '医師署名(又は記名押印)', name: null, hasSeal: true }] },
  ];
}
