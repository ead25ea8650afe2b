import type { MoreWords } from './languages.ts';

/** Chinese, in simplified characters. A few plain words alone: nothing about care, medicine or consent until a person has checked it. */
export const zh: MoreWords = {
  review: 'machineDrafted',
  words: {
    title: '家庭页面',
    titleOf: '%child%的页面',
    one: '1 现在在哪一步',
    dates: '日期',
    noDates: '日期还没有确定。',
    call: '给%who%打电话',
    'when.day': '白天',
    'when.night': '夜间和节假日',
    languageOf: '语言',
    again: '再试一次',
    paperOpen: '打开(PDF)',
    notYet: '还没有',
    machineDrafted: '由机器翻译,尚未经人确认。',
    notWhole: '还没有中文的部分,用简单的日语显示。',
  },
};
