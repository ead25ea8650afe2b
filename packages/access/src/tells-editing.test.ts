import { emptyFacts } from '@kaerimichi/discharge';
import { expect, it } from 'vitest';
import { tellsEditing } from './tells-editing.ts';
import { aViewer } from './testing/viewers.ts';
import type { CaseAccessRow, Viewer } from './viewer.ts';

const facts = {
  ...emptyFacts('hospital'),
  team: [
    { id: 't', seq: 1, on: '2026-11-01', round: 0, function: 'visitingNurse', org: 'station', state: 'accepted' },
  ] as never,
};
const rows: CaseAccessRow[] = [
  { org: 'hospital', class: 'full', categories: ['plan', 'clinical', 'contacts'] },
  { org: 'station', class: 'partner', categories: ['plan', 'clinical'] },
  { org: 'asked', class: 'partner', categories: ['plan', 'clinical'] },
  { org: 'hub', class: 'numberOnly', categories: [] },
];
const written = { id: 'c', access: rows, facts, card: { lead: 'hospital', owners: ['hospital', 'station'] } };
const nurse = aViewer('dischargeNurse', { org: 'hospital', membership: 'nurse' });
const doctor = aViewer('doctor', { org: 'hospital', membership: 'doctor' });
const station = aViewer('visitingNurse', { org: 'station', orgKind: 'visitingNursingStation' });
const asked = aViewer('visitingNurse', { org: 'asked', orgKind: 'visitingNursingStation' });
const hub = aViewer('coordinator', { org: 'hub', orgKind: 'hub' });
const stranger = aViewer('dischargeNurse', { org: 'elsewhere' });

it.each<[string, Viewer, Viewer, string, boolean]>([
  ['a colleague of a colleague', doctor, nurse, 'hold.added', true],
  ['nobody who does not see the case', stranger, nurse, 'hold.added', false],
  ['of nobody who does not see it', nurse, stranger, 'hold.added', false],
  ['whoever may not send it hears nothing', nurse, doctor, 'discharge.ordered', false],
  ['of nobody who may not send it', doctor, nurse, 'discharge.ordered', false],
  ['a partner of the lead', station, nurse, 'note.added', true],
  ['the lead of a partner', nurse, station, 'note.added', true],
  ['who was only asked records nothing about the child', asked, nurse, 'note.added', false],
  ['by the number alone nothing', hub, nurse, 'hold.added', false],
])('who fills a form in is told: %s', (_name, reader, editor, type, told) => {
  expect(tellsEditing({ reader, editor }, written, type)).toBe(told);
});
