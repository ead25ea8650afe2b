import { aCase, type Story } from './a-case.ts';

const visitId = 'first-h1';
const station = { visitId, side: 'station' };
const hospital = { visitId, side: 'hospital' };
const same = { differences: 0, findings: '変わりなし' };

/**
 * A first visit that both nurses record, one of them twice without a network; what is not as at discharge stays open, and
 * what the handoff lacked goes back to whoever sent it.
 */
export function recordedByTwo(): Story {
  const story = aCase()
    .goesTo('firstVisit')
    .sends('hvn', 'visit.recorded', {
      ...{ ...station, base: 0, arrivedAt: '13:30', spo2: 96, differences: 1, findings: '固定水の量が違う' },
      areas: [
        { id: 'generalState', areaState: 'asAtDischarge' },
        { id: 'feedingElimination', areaState: 'notAsAtDischarge', found: '固定水は5mL' },
      ],
      ...{ missing: ['nutrition'], missingNote: '固定水の量が書いてなかった' },
    })
    .sends('hvn', 'visit.recorded', { ...station, ...same, base: 0 })
    .sends('dsn', 'visit.recorded', { ...hospital, ...same, base: 0 })
    .sends('hvn', 'visit.signed', station, { refused: 'visit.twoVersions' })
    .sends('hvn', 'visit.versionChosen', { ...station, keep: 1 }, { refused: 'visit.oneVersion' });
  const [first] = story.facts().visits.find(({ id }) => id === visitId)?.versions ?? [];
  return story
    .sends('hvn', 'visit.versionChosen', { ...station, keep: first?.seq ?? 0 })
    .sends('hvn', 'visit.signed', station)
    .sends('dsn', 'visit.signed', hospital)
    .sends('hvn', 'visit.missingAnswered', answer, { refused: 'visit.notSender' })
    .sends('dsn', 'visit.missingAnswered', answer)
    .sends('hvn', 'firstVisit.closed', {}, { refused: 'differencesResolved' })
    .sends('dsn', 'difference.resolved', { visitId, resolved: 1 }, { refused: 'visit.whichDifference' })
    .sends('dsn', 'difference.resolved', { visitId, resolved: 1, resolvedAreas: ['feedingElimination'] })
    .sends('hvn', 'firstVisit.closed');
}

const answer = { visitId, answered: ['nutrition'], answer: '5mLです' };
