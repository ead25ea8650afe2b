import { holdsOn, readsWhole } from '@kaerimichi/access';
import { type CaseSeen, owningOrgs, owningRoles } from '@kaerimichi/casework';
import type { CaseView } from '@kaerimichi/contracts';
import { type Day, tokyoDay } from '@kaerimichi/discharge';
import type { ApiPorts } from '../ports.ts';

type Seen = Pick<CaseSeen, 'id' | 'facts' | 'rights'>;
type Members = CaseView['people']['members'];

type TeamEntry = { readonly org: string; readonly state: unknown };

/** Organisations that were asked, as far as the viewer sees the team. */
export function teamOf({ facts }: Seen): TeamEntry[] {
  const team = facts.plan?.team;
  if (!Array.isArray(team)) return [];
  return team.flatMap(entry => (typeof entry?.org === 'string' ? [{ org: entry.org, state: entry.state }] : []));
}

/**
 * People whom one may name as owners, by the rule that `checkNamed` refuses others by. Told to whoever sees the plan
 * whole; whoever was named and has left keeps the name.
 */
export async function membersOf({ store, clock }: ApiPorts, seen: Seen, lead: string): Promise<Members> {
  if (!readsWhole(seen.rights, 'plan')) return {};
  const orgs = owningOrgs({ lead, team: teamOf(seen) }, await store.cases.listHubs());
  const wish = { orgs, roles: owningRoles, known: ownersIn(seen.facts), on: tokyoDay(clock.now()) };
  const members = Object.entries(await store.memberships.named(wish));
  const shown = Object.fromEntries(members.map(([id, { isOpen, ...member }]) => [id, { ...member, open: isOpen }]));
  return { ...shown, ...(readsWhole(seen.rights, 'family') ? await guardiansOf(store, seen.id, wish.on) : {}) };
}

/** Guardians who came, for whoever reads the family's situation whole: a task may be theirs. */
async function guardiansOf(store: ApiPorts['store'], caseId: string, on: Day): Promise<Members> {
  const guardians = await store.guardians.ofCase(caseId);
  return Object.fromEntries(
    guardians.flatMap(({ member, org, fromOn, untilOn, withdrawnAt }) =>
      member
        ? [
            [
              member.membership,
              {
                name: member.name,
                role: 'family',
                org,
                open: withdrawnAt === null && holdsOn({ fromOn, untilOn }, on),
              },
            ],
          ]
        : [],
    ),
  );
}

/** Owners that the facts name: of holds, action items and applications. */
const ownersIn = (facts: Seen['facts']): string[] =>
  Object.values(facts)
    .flatMap(category => Object.values(category))
    .flatMap(list => (Array.isArray(list) ? list : []))
    .flatMap(item => (typeof item?.owner === 'string' ? [item.owner] : []));
