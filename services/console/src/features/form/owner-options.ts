import type { Member } from '@kaerimichi/contracts';
import type { Speech } from '../../words/words.ts';
import type { Choice } from './schema.ts';

type Source = {
  readonly members: Readonly<Record<string, Member>>;
  /** Names of organisations by id. */
  readonly orgs: Readonly<Record<string, string>>;
  /** The membership that somebody acts in, and its organisation. */
  readonly me: { readonly id: string; readonly org: string };
  /** Who stands there already; kept in the list when they have left. */
  readonly chosen: string;
  /** A task of one's own organisation is given to one of its people: to no family that it invited. */
  readonly isOwnTask?: boolean;
};

/** People who may own something: oneself first, then one's own organisation, then the others. */
export function ownerOptions(
  { members, orgs, me, chosen, isOwnTask = false }: Source,
  { say, code, language }: Speech,
): Choice[] {
  const rank = (id: string, org: string) => (id === me.id ? 0 : org === me.org ? 1 : 2);
  return Object.entries(members)
    .filter(([id, { open }]) => open || id === chosen)
    .filter(([, { org, role }]) => !isOwnTask || (org === me.org && role !== 'family'))
    .map(([id, { name, role, org }]) => {
      const orgName = orgs[org] ?? '';
      const label = say('form.owner', { name, role: code('role', role), org: orgName });
      return { value: id, label, rank: rank(id, org), orgName, name };
    })
    .sort(
      (a, b) =>
        a.rank - b.rank || a.orgName.localeCompare(b.orgName, language) || a.name.localeCompare(b.name, language),
    )
    .map(({ value, label }) => ({ value, label }));
}
