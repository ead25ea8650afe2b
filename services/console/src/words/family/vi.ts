import type { MoreWords } from './languages.ts';

/** Vietnamese. A few plain words alone: nothing about care, medicine or consent until a person has checked it. */
export const vi: MoreWords = {
  review: 'machineDrafted',
  words: {
    title: 'Trang gia đình',
    titleOf: 'Trang của %child%',
    dates: 'Ngày',
    noDates: 'Chưa có ngày nào được định.',
    call: 'Gọi %who%',
    'when.day': 'Ban ngày',
    'when.night': 'Ban đêm và ngày lễ',
    languageOf: 'Ngôn ngữ',
    again: 'Thử lại',
    paperOpen: 'Mở (PDF)',
    notYet: 'Chưa',
    machineDrafted: 'Bản dịch máy. Chưa có người kiểm tra.',
    notWhole: 'Phần chưa có bằng ngôn ngữ này được viết bằng tiếng Nhật đơn giản.',
  },
};
