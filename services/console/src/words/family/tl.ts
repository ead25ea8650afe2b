import type { MoreWords } from './languages.ts';

/** Tagalog. A few plain words alone: nothing about care, medicine or consent until a person has checked it. */
export const tl: MoreWords = {
  review: 'machineDrafted',
  words: {
    title: 'Pahina ng pamilya',
    titleOf: 'Pahina ni %child%',
    dates: 'Mga petsa',
    call: 'Tawagan si %who%',
    'when.day': 'Sa araw',
    'when.night': 'Sa gabi at pista opisyal',
    languageOf: 'Wika',
    again: 'Subukan muli',
    paperOpen: 'Buksan (PDF)',
    notYet: 'Hindi pa',
    machineDrafted: 'Isinalin ng makina. Hindi pa nasusuri ng tao.',
    notWhole: 'Ang wala pa sa wikang ito ay nakasulat sa simpleng Hapon.',
  },
};
