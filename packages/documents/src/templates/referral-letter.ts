import { careNeedWords, handedOn } from '../child.ts';
import { cell, from, headed, nothing, rows, together, told, written } from '../form.ts';
import type { Known } from '../known.ts';
import { doctorSigns, LATER_LETTERS, letterDay, receiver, sender, whoIs } from '../letter.ts';
import type { Paper } from '../paper.ts';
import { type Template, titleOf } from './template.ts';

/** 診療情報提供書, as 別紙様式11 of the notice has it (B009): to the doctor who takes over. */
export const referralLetter: Template = {
  id: 'referralLetter',
  title: titleOf('referralLetter'),
  about: {
    ja: '在宅医・地域の病院へ。医師が確かめて署名します(別紙様式11)',
    en: 'To the home doctor or regional hospital; checked and signed by a doctor (form 11)',
  },
  needs: ['contacts', 'clinical'],
  madeBy: 'leadAndDoctors',
  approvedBy: 'doctor',
  compose,
};

function compose(known: Known): Paper {
  return {
    form: '別紙様式11',
    title: '診療情報提供書',
    size: 'A4',
    addressee: null,
    blocks: [
      rows(
        null,
        [
          cell('紹介先医療機関等名', 'plan', receiver(known, 'homePhysician', 'regionalHospital'), { width: 1.7 }),
          cell('担当医(科)', 'plan', nothing, { width: 1 }),
        ],
        [letterDay()],
        ...sender(known),
      ),
      doctorSigns,
      rows(
        null,
        ...whoIs(known),
        [cell('職業', 'contacts', nothing)],
        [cell('傷病名', 'clinical', nothing, { space: 2 })],
        [cell('紹介目的', 'plan', purpose(known), { space: 2 })],
        [cell('既往歴及び家族歴', 'clinical', nothing, { space: 2 })],
        [cell('症状経過及び検査結果', 'clinical', course(known), { space: 5 })],
        [cell('治療経過', 'clinical', care(known), { space: 5 })],
        [cell('現在の処方', 'clinical', medicines(known), { space: 4 })],
        [cell('備考', 'clinical', headed('緊急時:', handedOn(known, 'emergencies')), { space: 2 })],
      ),
      {
        kind: 'remark',
        text: `記載上の注意 1. 必要がある場合は続紙に記載して添付すること。2. 必要がある場合は画像診断のフィルム、検査の記録を添付すること。3. 紹介先が保険医療機関以外である場合は、紹介先医療機関等名の欄に紹介先保険薬局、市町村、保健所名等を記入すること。かつ、患者住所及び電話番号を必ず記入すること。4. ${LATER_LETTERS}`,
      },
    ],
  };
}

const purpose = (known: Known) => headed('退院後の生活の目標:', written(known, 'plan.written', 'goal'));

const course = (known: Known) => together(written(known, 'condition.assessed'), handedOn(known, 'condition'));

const care = (known: Known) =>
  together(
    headed('必要な医療的ケア:', told(careNeedWords(known).join('、'), from(known, 'plan.written'))),
    headed('呼吸・吸引:', handedOn(known, 'breathing')),
    headed('栄養:', handedOn(known, 'nutrition')),
    written(known, 'evaluation.recorded', 'result'),
  );

const medicines = (known: Known) => together(written(known, 'medication.transcribed'), handedOn(known, 'medicines'));
