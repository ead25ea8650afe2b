import type { MoreWords } from './languages.ts';

/** Portuguese. A few plain words alone: nothing about care, medicine or consent until a person has checked it. */
export const pt: MoreWords = {
  review: 'machineDrafted',
  words: {
    title: 'Página da família',
    titleOf: 'Página de %child%',
    one: '1 Onde estamos',
    dates: 'Datas',
    noDates: 'Ainda não há datas marcadas.',
    call: 'Ligar para %who%',
    'when.day': 'De dia',
    'when.night': 'À noite e nos feriados',
    languageOf: 'Idioma',
    again: 'Tentar de novo',
    paperOpen: 'Abrir (PDF)',
    notYet: 'Ainda não',
    machineDrafted: 'Traduzido por máquina. Ainda não foi verificado por uma pessoa.',
    notWhole: 'O que ainda não existe neste idioma aparece em japonês simples.',
  },
};
