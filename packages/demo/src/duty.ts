const everyDay = [0, 1, 2, 3, 4, 5, 6];
const weekdays = [1, 2, 3, 4, 5];

const always = (band: string, post: string, days: readonly number[] = everyDay) =>
  days.map(weekday => ({ weekday, band, post }));

/** Beds that the hospital that leads keeps for evaluation admissions. */
export const demoEvaluationBeds: Readonly<Record<string, number>> = { 'org-kodomo': 3 };

/**
 * Who is on duty in the hospital that leads and in the station of the first visit; telephones are nobody's. Weekends by
 * day are open in the hospital: the gap is there to be seen.
 */
export const demoDuty: Readonly<Record<string, unknown>> = {
  'org-kodomo': {
    bands: [
      { id: 'day', name: '日中', begins: '08:30', ends: '17:15' },
      { id: 'night', name: '夜間', begins: '17:15', ends: '08:30' },
    ],
    posts: [
      { id: 'desk', name: '退院支援室', telephone: '0450000201 内線2210' },
      { id: 'ward', name: '当直医(病棟の電話)', telephone: '0450000271' },
    ],
    weekly: [...always('day', 'desk', weekdays), ...always('night', 'ward')],
    exceptions: [],
  },
  'org-nozomi': {
    bands: [{ id: 'whole', name: '24時間', begins: '09:00', ends: '09:00' }],
    posts: [{ id: 'call', name: 'オンコール', telephone: '09000000272' }],
    weekly: always('whole', 'call'),
    exceptions: [],
  },
};
