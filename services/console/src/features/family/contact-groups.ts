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
 * has any and their company is not called below: what is not recorded yet stands there as a gap, as long as support goes on.
 */
export function contactGroups(page: Pick<FamilyPage, 'contacts' | 'care' | 'team' | 'over'>): ContactGroup[] {
  const { contacts, care, team, over } = page;
  const isCalledBelow = team.some(({ functions, telephone }) => functions.includes('deviceVendor') && telephone);
  const asksForDevice = care.some(need => byDevice.includes(need)) && !isCalledBelow;
  const wanted = over === null ? ['night', 'day', ...(asksForDevice ? ['device'] : [])] : [];
  return (['emergencyRoute', 'night', 'day', 'device'] as const).flatMap(group => {
    const own = contacts.filter(contact => groupOf(contact) === group);
    return own.length > 0 || wanted.includes(group) ? [{ group, contacts: own }] : [];
  });
}
