import { mayLead } from '@kaerimichi/access';
import { organisationKinds, type Words } from '@kaerimichi/discharge';
import { type Named, namedIn } from '@kaerimichi/discharge/chart';
import { type Outcome, refused } from './outcome.ts';
import { owningOrgs, owningRoles } from './owning-orgs.ts';
import type { CaseStore, LoadedCase, UnfitOwner } from './ports.ts';

type Asked = {
  readonly loaded: LoadedCase;
  readonly type: string;
  readonly body: unknown;
  /** Organisation of whoever sends it. */
  readonly by: string;
  readonly on: string;
};

/**
 * An event names only organisations of the network, and as owners only people of those that may own something of it and
 * can see it: consent given to nobody, or a task of nobody, would stand in the history for good. null: nothing is wrong;
 * most events name neither.
 */
export async function checkNamed(
  store: CaseStore,
  { loaded, type, body, by, on }: Asked,
): Promise<Outcome<never> | null> {
  const { orgs, members } = namedIn(body);
  if (orgs.length + members.length === 0) return null;
  // A task of one's own is given to people of one's own: a family is nobody's.
  const isOwn = type === 'task.assigned';
  const within = isOwn ? [by] : members.length > 0 ? owningOrgs(loaded.facts, await store.listHubs()) : [];
  const [noOrgs, unfit] = await Promise.all([
    orgs.length > 0 ? store.unknownOrgs(orgs.map(({ id }) => id)) : [],
    members.length > 0
      ? store.unfitOwners(
          members.map(({ id }) => id),
          { orgs: within, roles: owningRoles, caseId: isOwn ? null : loaded.id, on },
        )
      : [],
  ]);
  const issues = [
    ...issuesOf(orgs, noOrgs, { ja: 'この組織は登録されていません。', en: 'No such organisation.' }),
    ...members.flatMap(named => ownerIssues(named, unfit, isOwn)),
  ];
  const all = issues.length === 0 && type === 'lead.offered' ? await leadIssues(store, orgs) : issues;
  return all.length > 0 ? refused({ code: 'bad-input', issues: all }) : null;
}

const ofTeam = {
  ja: '支援チームか連携拠点の人、またはこのお子さんの家族を選んでください。',
  en: 'Choose somebody of the team or of a hub, or of this child’s family.',
};
const ofOwn = { ja: '自分の組織の人を選んでください。', en: 'Choose somebody of your own organisation.' };

const whyUnfit: Readonly<Record<Exclude<UnfitOwner['why'], 'notThere'>, Words>> = {
  suspended: {
    ja: 'この人は利用を停止されています。ほかの人を選んでください。',
    en: 'The account of this person is suspended: choose somebody else.',
  },
  withoutCases: {
    ja: 'この人の役割ではお子さんのケースが見られません。ほかの人を選んでください。',
    en: 'The role of this person sees no cases: choose somebody else.',
  },
};

function ownerIssues({ id, path }: Named, unfit: readonly UnfitOwner[], isOwn: boolean) {
  const why = unfit.find(owner => owner.id === id)?.why;
  if (!why) return [];
  return [{ path, message: why === 'notThere' ? (isOwn ? ofOwn : ofTeam) : whyUnfit[why] }];
}

const leadingKinds = organisationKinds.filter(mayLead);

/** Offered to a school or a prefecture, the lead would be accepted by nobody. */
async function leadIssues(store: CaseStore, orgs: readonly Named[]) {
  const ids = orgs.map(({ id }) => id);
  return issuesOf(orgs, await store.unknownOrgs(ids, leadingKinds), {
    ja: 'この組織は主担当になれません。病院・診療所・施設・連携拠点から選んでください。',
    en: 'This organisation cannot lead. Choose a hospital, clinic, facility or hub.',
  });
}

const issuesOf = (named: readonly Named[], unknown: readonly string[], message: Words) =>
  named.filter(({ id }) => unknown.includes(id)).map(({ path }) => ({ path, message }));
