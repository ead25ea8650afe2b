/** What a record is about, in the order in which a child comes home. */
export const subjects = [
  'everyday',
  'intake',
  'family',
  'plan',
  'skills',
  'partners',
  'meetings',
  'stays',
  'schemes',
  'handoff',
  'visits',
  'adult',
  'moves',
  'ending',
  'other',
] as const;
export type Subject = (typeof subjects)[number];

/** By the first part of an event's type; `moves` are told apart by their kind. */
const subjectOfFamily: Readonly<Record<string, Subject>> = {
  note: 'everyday',
  mention: 'everyday',
  checklist: 'everyday',
  hold: 'everyday',
  task: 'everyday',
  whereabouts: 'everyday',
  condition: 'everyday',
  weight: 'everyday',
  referral: 'intake',
  birth: 'intake',
  child: 'intake',
  factors: 'intake',
  interview: 'family',
  wish: 'family',
  consent: 'family',
  contacts: 'family',
  plan: 'plan',
  document: 'plan',
  inHouseConference: 'plan',
  dischargeDay: 'plan',
  requirement: 'plan',
  skill: 'skills',
  device: 'skills',
  drill: 'skills',
  home: 'skills',
  candidate: 'partners',
  municipality: 'partners',
  school: 'partners',
  lead: 'partners',
  conference: 'meetings',
  minutes: 'meetings',
  actionItem: 'meetings',
  trialStay: 'stays',
  evaluation: 'stays',
  readmission: 'stays',
  entitlement: 'schemes',
  account: 'schemes',
  order: 'schemes',
  discharge: 'schemes',
  medication: 'schemes',
  outpatient: 'schemes',
  handoff: 'handoff',
  visit: 'visits',
  difference: 'visits',
  followUp: 'visits',
  readiness: 'adult',
  adult: 'adult',
  grief: 'ending',
};

/** Moves that end a case or take up one that ended, apart from those along the way. */
const ends: readonly string[] = ['child.died', 'case.closed', 'case.completed', 'case.reopened'];

export function subjectOf({ type, kind }: { readonly type: string; readonly kind: string }): Subject {
  if (ends.includes(type)) return 'ending';
  if (kind === 'move') return 'moves';
  return subjectOfFamily[type.split('.')[0] ?? ''] ?? 'other';
}
