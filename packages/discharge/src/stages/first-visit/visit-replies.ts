import { z } from 'zod';
import { about, isFilled } from '../../about.ts';
import { changeItem, defineFact, noteText } from '../../event.ts';
import { repeatedIn } from '../../faults.ts';
import { handoffSection } from '../../handoff/sections.ts';
import { itemId } from '../../vocabulary.ts';
import { side, sideObjection, versionsOf } from './visit-recorded.ts';

const aboutVisit = about('visits', 'visitId');

/** Of two records of one side, written without knowing of each other: which holds. Both stay in the history. */
export const visitVersionChosen = defineFact('visit.versionChosen', {
  label: { ja: 'どちらの記録を使うか決める', en: 'Choose which record holds' },
  reading: 'どちらの きろく を つかうか きめる',
  told: { ja: 'どちらの記録を使うか決めた', en: 'Chose which record holds' },
  category: 'clinical',
  body: { visitId: itemId, side, keep: z.int().min(0).describe('使う記録の番号') },
  texts: noteText,
  about: aboutVisit,
  objection: (facts, event) => {
    const visit = facts.visits.find(({ id }) => id === event.body.visitId);
    const versions = visit ? versionsOf(visit, event.body.side) : [];
    const isOne = versions.length > 1 && versions.some(({ seq }) => seq === event.body.keep);
    return [
      sideObjection(facts, event),
      isOne
        ? null
        : {
            code: 'visit.oneVersion',
            text: { ja: '選ぶ記録がありません。', en: 'There are no records to choose between.' },
          },
    ];
  },
  record: (facts, { body: { visitId, side: of, keep } }) => {
    const visit = facts.visits.find(({ id }) => id === visitId);
    const versions = (visit?.versions ?? []).filter(one => one.side !== of || one.seq === keep);
    return { ...facts, visits: changeItem(facts.visits, visitId, { versions }) };
  },
});

/** What the receiver found missing goes back to whoever sent the handoff, and comes back as an answer. */
export const visitMissingAnswered = defineFact('visit.missingAnswered', {
  label: { ja: '足りなかった情報に答える', en: 'Answer what was missing' },
  reading: 'たりなかった じょうほう に こたえる',
  told: { ja: '足りなかった情報に答えた', en: 'Answered what was missing' },
  category: 'clinical',
  body: { visitId: itemId, answered: z.array(handoffSection).min(1).max(9).describe('答えた項目') },
  texts: { answer: { label: { ja: '答え', en: 'Answer' }, required: true } },
  faults: sent => repeatedIn(sent, 'answered'),
  about: about(
    'visits',
    'visitId',
    isFilled('missing', {
      code: 'visit.nothingMissing',
      text: { ja: '足りなかったとされた情報はありません。', en: 'Nothing was said to be missing.' },
    }),
  ),
  objection: (facts, { body, by }) => {
    const missing = facts.visits.find(({ id }) => id === body.visitId)?.missing ?? [];
    const unknown = body.answered.filter(section => !missing.some(one => one.section === section));
    if (by.org !== facts.lead)
      return {
        code: 'visit.notSender',
        text: { ja: '引き継ぎを送った側が答えます。', en: 'Whoever sent the handoff answers.' },
      };
    return unknown.length === 0
      ? null
      : {
          code: 'visit.notMissing',
          text: { ja: 'その項目は足りないとされていません。', en: 'Of these sections nothing was said to be missing.' },
        };
  },
  record: (facts, { body: { visitId, answered } }) => {
    const visit = facts.visits.find(({ id }) => id === visitId);
    const missing = (visit?.missing ?? []).filter(({ section }) => !answered.includes(section));
    return { ...facts, visits: changeItem(facts.visits, visitId, { missing }) };
  },
});
