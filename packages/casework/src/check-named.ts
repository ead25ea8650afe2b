import type { Words } from '@kaerimichi/discharge';
import { type Named, namedIn } from '@kaerimichi/discharge/chart';
import { type Outcome, refused } from './outcome.ts';
import { owningOrgs } from './owning-orgs.ts';
import type { CaseStore, LoadedCase } from './ports.ts';

type Asked = { readonly loaded: LoadedCase; readonly body: unknown; readonly on: string };

/**
 * An event names only organisations of the network, and as owners only people of those that may own something of it:
 * consent given to nobody, or a task of nobody, would stand in the history for good. null: nothing is wrong; most events
 * name neither.
 */
export async function checkNamed(store: CaseStore, { loaded, body, on }: Asked): Promise<Outcome<never> | null> {
  const { orgs, members } = namedIn(body);
  if (orgs.length + members.length === 0) return null;
  const within = members.length > 0 ? owningOrgs(loaded.facts, await store.listHubs()) : [];
  const [noOrgs, noMembers] = await Promise.all([
    orgs.length > 0 ? store.unknownOrgs(orgs.map(({ id }) => id)) : [],
    members.length > 0
      ? store.unknownMembers(
          members.map(({ id }) => id),
          { orgs: within, on },
        )
      : [],
  ]);
  const issues = [
    ...issuesOf(orgs, noOrgs, { ja: 'この組織は登録されていません。', en: 'No such organisation.' }),
    ...issuesOf(members, noMembers, {
      ja: '支援チームか連携拠点の人を選んでください。',
      en: 'Choose somebody of the team or of a hub.',
    }),
  ];
  return issues.length > 0 ? refused({ code: 'bad-input', issues }) : null;
}

const issuesOf = (named: readonly Named[], unknown: readonly string[], message: Words) =>
  named.filter(({ id }) => unknown.includes(id)).map(({ path }) => ({ path, message }));
