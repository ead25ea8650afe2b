import type { FamilyPage } from '@kaerimichi/contracts';

type Contact = FamilyPage['contacts'][number];
export type ContactGroup = {
  readonly group: 'emergencyRoute' | 'night' | 'day' | 'device';
  /** None: nobody has recorded any yet, which is said. */
  readonly contacts: readonly Contact[];
};

/** Care by a machine that breaks down at night, too. */
const byDevice: readonly string[] = ['ventilator', 'niv', 'oxygen', 'suction'];

const groupOf = ({ when, topic }: Contact) => (topic === 'device' ? 'device' : when);

/**
 * Whom to call, the most urgent first. By day and by night somebody can always be called, and about devices where the child
 * has any: what is not recorded yet stands there as a gap, but for a family whose child has died.
 */
export function contactGroups({
  contacts,
  care,
  over,
}: Pick<FamilyPage, 'contacts' | 'care' | 'over'>): ContactGroup[] {
  const wanted =
    over === null ? ['night', 'day', ...(care.some(need => byDevice.includes(need)) ? ['device'] : [])] : [];
  return (['emergencyRoute', 'night', 'day', 'device'] as const).flatMap(group => {
    const own = contacts.filter(contact => groupOf(contact) === group);
    return own.length > 0 || wanted.includes(group) ? [{ group, contacts: own }] : [];
  });
}
