import { careNeedWords, childsName, deviceWords, handedOn, town } from '../child.ts';
import { cell, from, nothing, rows, together, told, written } from '../form.ts';
import type { Known } from '../known.ts';
import { bornAndAge, doctorSigns, LATER_LETTERS, letterDay, receiver, sender, sexRing } from '../letter.ts';
import type { Paper } from '../paper.ts';
import { type Template, titleOf } from './template.ts';

/** 診療情報提供書, as 別紙様式14 of the notice has it (B009 注7): to the doctor of a school. */
export const schoolLetter: Template = {
  id: 'schoolLetter',
  title: titleOf('schoolLetter'),
  about: {
    ja: '学校・園の医師へ。医師が確かめて署名します(別紙様式14)',
    en: 'To the doctor of a school; checked and signed by a doctor (form 14)',
  },
  needs: ['contacts', 'clinical'],
  madeBy: 'leadAndDoctors',
  approvedBy: 'doctor',
  compose,
};

function compose(known: Known): Paper {
  return {
    form: '別紙様式14',
    title: '診療情報提供書',
    size: 'A4',
    addressee: null,
    blocks: [
      rows(
        null,
        [cell('情報提供先学校名', 'plan', receiver(known, 'school'), { width: 1.7 }), letterDay()],
        [cell('学校医等(殿)', 'plan', nothing)],
        ...sender(known),
      ),
      doctorSigns,
      rows(
        null,
        [cell('患児の氏名', 'contacts', childsName(known), { width: 1.5 }), sexRing(known)],
        [cell('生年月日', 'contacts', bornAndAge(known))],
        [cell('患児の住所', 'contacts', town(known), { width: 1.5 }), cell('電話番号', 'contacts', nothing)],
        [cell('傷病名', 'clinical', nothing, { width: 1.5 }), cell('その他の傷病名', 'clinical', nothing)],
        [cell('病状、既往歴、治療状況等', 'clinical', state(known), { space: 6 })],
        [
          cell('日常生活に必要な医療的ケアの状況(使用している医療機器等の状況を含む)', 'clinical', care(known), {
            space: 6,
          }),
        ],
        [cell('(使用している医療機器)', 'skills', deviceWords(known), { space: 2 })],
        [cell('学校生活上の留意事項', 'clinical', nothing, { space: 5 })],
        [cell('その他', 'clinical', handedOn(known, 'emergencies'), { space: 3 })],
      ),
      {
        kind: 'remark',
        text: `備考 1. 必要がある場合は続紙に記載して添付すること。2. 必要がある場合には、家庭環境等についても記載すること。3. ${LATER_LETTERS}`,
      },
    ],
  };
}

const state = (known: Known) => together(written(known, 'condition.assessed'), handedOn(known, 'condition'));

const care = (known: Known) =>
  together(
    told(careNeedWords(known).join('、'), from(known, 'plan.written')),
    handedOn(known, 'breathing'),
    handedOn(known, 'nutrition'),
  );
