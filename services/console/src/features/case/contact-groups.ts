import type { CaseView } from '@kaerimichi/contracts';
import { isItem, itemsOf } from '../form/items-of.ts';
import type { Contact } from './contacts-of.ts';
import { recordPath } from './record-path.ts';

/** When one calls, in the order in which it is read; the topics, for each of which somebody else may be meant. */
const times = ['day', 'night', 'emergencyRoute'] as const;
const topics = ['medical', 'device', 'scheme', 'school'] as const;
type Time = (typeof times)[number];
type Topic = (typeof topics)[number];

/** Whom to call at one time; `gaps` are topics that nobody is named for, null where nobody is at all. */
export type ContactGroup = {
  readonly when: Time;
  readonly entries: readonly Contact[];
  readonly gaps: readonly (Topic | null)[];
};

type Wanted = Pick<CaseView, 'facts'>;

/**
 * Contacts by time and then topic, with what is missing. Whoever is named without a topic is for everything. Devices are
 * asked for where the child has some, the school where it goes to one; offices have no night, and in an emergency there
 * is one route.
 */
export function contactGroups(contacts: readonly Contact[], view: Wanted): ContactGroup[] {
  return times.map(when => {
    const entries = contacts.filter(contact => contact.when === when).toSorted(byTopic);
    return { when, entries, gaps: gapsOf(entries, wantedTopics(view)[when]) };
  });
}

const order: readonly string[] = topics;
const rankOf = (topic: string | null) => (topic === null ? -1 : order.indexOf(topic));
const byTopic = (a: Contact, b: Contact) => rankOf(a.topic) - rankOf(b.topic) || a.seq - b.seq;

function gapsOf(entries: readonly Contact[], wanted: readonly Topic[]): (Topic | null)[] {
  if (entries.length === 0) return [null];
  if (entries.some(({ topic }) => topic === null)) return [];
  return wanted.filter(topic => !entries.some(entry => entry.topic === topic));
}

function wantedTopics(view: Wanted): Readonly<Record<Time, readonly Topic[]>> {
  const plan = view.facts.plan?.plan;
  const device = itemsOf(view, 'devices').length > 0 ? (['device'] as const) : [];
  const school = isItem(plan) && plan.school === true ? (['school'] as const) : [];
  return {
    day: ['medical', ...device, ...(isItem(plan) ? (['scheme'] as const) : []), ...school],
    night: ['medical', ...device],
    emergencyRoute: ['medical'],
  };
}

/** Address of the form that fills a gap, with what it is about. */
export function gapPath(caseId: string, when: string, topic: string | null): string {
  const query = new URLSearchParams({ when, ...(topic ? { topic } : {}) });
  return `${recordPath(caseId, 'contacts.recorded')}?${query}`;
}
