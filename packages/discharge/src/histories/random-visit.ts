import type { Story } from './a-case.ts';
import type { Apt } from './random-conference.ts';

/** A record of the hospital's side that saw no other: a second one stands beside it. */
const recorded =
  (more: Readonly<Record<string, unknown>>): Apt =>
  child => {
    const visit = child.facts().visits.at(-1);
    const body = { side: 'hospital', differences: 0, findings: '記録', ...more };
    return visit ? { type: 'visit.recorded', by: 'dsn', body: { visitId: visit.id, ...body } } : planned(child);
  };

const planned: Apt = child => ({
  type: 'visit.planned',
  by: 'dsn',
  body: { visitId: `v${child.day()}`, visitKind: 'regular', plannedOn: child.on(), accompanied: true },
});

/** What chance alone would never bring together around a visit. */
export const aptOfVisits: Readonly<Record<string, Apt>> = {
  // On every second day a record is begun on none.
  'visit.recorded': child => (child.day() % 2 === 1 ? recorded({ base: 0 })(child) : {}),
  'visit.versionChosen': child => {
    const twice = child.facts().visits.find(({ versions = [] }) => versions.length > 1);
    const [first] = twice?.versions ?? [];
    if (!twice || !first) return recorded({ base: 0 })(child);
    return { by: 'dsn', body: { visitId: twice.id, side: first.side, keep: first.seq } };
  },
  'visit.missingAnswered': child => {
    const asking = child.facts().visits.find(({ missing = [] }) => missing.length > 0);
    const [first] = asking?.missing ?? [];
    if (!asking || !first) return recorded({ missing: ['nutrition'], base: 0 })(child);
    return { by: 'dsn', body: { visitId: asking.id, answered: [first.section], answer: '5mLです' } };
  },
};

/** At a first visit, two records of one side that saw no other: whoever signs has to choose, which chance seldom brings about. */
export function withTwoRecords(child: Story): Story {
  if (child.position().stage !== 'firstVisit') return child;
  const twice = recorded({ base: 0 })(child).body;
  return child.sends('dsn', 'visit.recorded', twice).sends('dsn', 'visit.recorded', twice);
}
