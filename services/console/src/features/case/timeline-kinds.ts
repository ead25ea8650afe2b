import type { HistoryEvent } from '@kaerimichi/contracts';

/** What one looks for in a history, in the order in which it is offered. */
export const timelineKinds = [
  'notes',
  'stages',
  'meetings',
  'handoffs',
  'visits',
  'documents',
  'consents',
  'system',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** By the first part of an event's type; one that is a move is a stage beside it, and what is the clock's is the system's. */
const kindOfFamily: Readonly<Record<string, TimelineKind>> = {
  note: 'notes',
  mention: 'notes',
  conference: 'meetings',
  inHouseConference: 'meetings',
  minutes: 'meetings',
  actionItem: 'meetings',
  dischargeDay: 'meetings',
  handoff: 'handoffs',
  difference: 'handoffs',
  visit: 'visits',
  firstVisit: 'visits',
  plan: 'documents',
  order: 'documents',
  discharge: 'documents',
  medication: 'documents',
  consent: 'consents',
};

type Entry = Pick<HistoryEvent, 'type'>;

/** What an entry is found under; `kindOf`: whether an event is a move, a fact or the clock's. */
export function kindsOf({ type }: Entry, kindOf: (type: string) => string | undefined): TimelineKind[] {
  const kind = kindOf(type);
  const family = kindOfFamily[type.split('.')[0] ?? ''];
  return [
    ...(kind === 'move' ? ['stages' as const] : []),
    ...(kind === 'time' ? ['system' as const] : []),
    ...(family ? [family] : []),
  ];
}

/** Kinds that an address names (`?kind=notes,visits`); what it does not know is left out. */
export const kindsIn = (search: URLSearchParams): TimelineKind[] => {
  const named = (search.get('kind') ?? '').split(',');
  return timelineKinds.filter(kind => named.includes(kind));
};

/** The address with a kind more or less; none of them is everything. */
export function withKind(search: URLSearchParams, kind: TimelineKind): URLSearchParams {
  const before = kindsIn(search);
  const kinds = before.includes(kind) ? before.filter(other => other !== kind) : [...before, kind];
  const next = new URLSearchParams(search);
  if (kinds.length > 0) next.set('kind', timelineKinds.filter(other => kinds.includes(other)).join(','));
  else next.delete('kind');
  return next;
}
