import type { CaseFacts } from '@kaerimichi/discharge';
import type { Happening, Line } from './happening.ts';

const visitId = 'first-h1';
const theVisit = ({ visits }: CaseFacts) => visits.find(({ id }) => id === visitId);

const records = (by: string, side: 'station' | 'hospital', findings: string, what: Happening['what']): Happening => ({
  by,
  what,
  type: 'visit.recorded',
  body: () => ({ visitId, side, differences: 0, findings }),
  isDone: facts => theVisit(facts)?.recordedBy.includes(side) === true,
});

const signs = (by: string, side: 'station' | 'hospital', what: Happening['what']): Happening => ({
  by,
  what,
  type: 'visit.signed',
  body: () => ({ visitId, side }),
  isDone: facts => theVisit(facts)?.signedBy.includes(side) === true,
});

/** 江口 はる: both nurses are in his room, each writes and signs, and the way home is complete. */
export const eguchiHaru: Line = {
  no: 'K-0077',
  child: '江口 はる',
  happenings: [
    {
      by: 'hvn',
      what: { ja: 'ご自宅での初回訪問をはじめました。', en: 'Began the first visit at home.' },
      type: 'firstVisit.begun',
      body: () => ({}),
      isDone: ({ entry }) => entry.stage !== 'discharged',
    },
    records('hvn', 'station', '顔色よく、リーク少ない。予備回路は玄関の棚にあり、母がすぐに出せた。', {
      ja: '訪問の記録を書きました(退院時と違うところなし)。',
      en: 'Wrote the record of the visit: nothing differs from the discharge.',
    }),
    records('dsn', 'hospital', '機器の設定は退院時のとおり。手技も病棟で確かめたとおりにできている。', {
      ja: '同行した病院側の記録を書きました。',
      en: 'Came along, and wrote the hospital’s record of the visit.',
    }),
    signs('hvn', 'station', { ja: '訪問の記録に署名しました。', en: 'Signed the record of the visit.' }),
    signs('dsn', 'hospital', {
      ja: '訪問の記録に、病院側としても署名しました。',
      en: 'Signed the record for the hospital, too.',
    }),
    {
      by: 'dsn',
      what: {
        ja: '初回訪問を終え、「在宅支援」へ進めました。',
        en: 'Closed the first visit and moved on to home support.',
      },
      type: 'firstVisit.closed',
      body: () => ({}),
      isDone: ({ entry }) => !['discharged', 'firstVisit'].includes(entry.stage),
    },
  ],
};
