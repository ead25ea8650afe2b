import { readsWhole } from '@kaerimichi/access';
import type { DocumentsSeen } from '@kaerimichi/casework';
import { kanagawa } from '@kaerimichi/contracts';
import { type CaseFacts, codeWords, tokyoDay } from '@kaerimichi/discharge';
import type { Known, ToDo } from '@kaerimichi/documents';
import { membersOf } from '../endpoints/case-members.ts';
import type { ApiPorts } from '../ports.ts';

type Names = Readonly<Record<string, string>>;

/** What documents are composed of, with the names of whom it is about. */
export async function knownOf(ports: ApiPorts, seen: DocumentsSeen): Promise<Known> {
  const { store, clock } = ports;
  // What the viewer is told, category by category; a fact that it is not told is absent.
  const facts: Partial<CaseFacts> = Object.assign({}, ...Object.values(seen.facts));
  const team = facts.team ?? [];
  const orgIds = [seen.lead, ...team.flatMap(({ org }) => org ?? []), ...seen.entries.map(({ event }) => event.by.org)];
  const people = [...new Set(seen.entries.map(({ event }) => event.by.person))];
  const [orgs, telephones, persons, members] = await Promise.all([
    store.organisations.namesOf([...new Set(orgIds)]),
    store.organisations.telephonesOf([...new Set(orgIds)]),
    store.people.namesOf(people),
    membersOf(ports, seen, seen.lead),
  ]);
  const names = Object.fromEntries(Object.entries(members).map(([id, { name }]) => [id, name]));
  return {
    no: seen.no,
    version: seen.version,
    on: tokyoDay(clock.now()),
    reads: category => readsWhole(seen.rights, category),
    child: childOf(seen),
    facts: readsWhole(seen.rights, 'plan') ? { ...facts, lead: seen.lead } : facts,
    entries: seen.entries,
    ...{ orgs, telephones, people: persons, members: names },
    itemTexts: seen.itemTexts,
    conditions: conditionsOf(seen, orgs),
    checks: checksOf(seen, names),
  };
}

function childOf({ identity }: DocumentsSeen): Known['child'] {
  if (!identity) return null;
  const { municipality, ...child } = identity;
  return { ...child, municipality: kanagawa.find(({ code }) => code === municipality)?.name ?? null };
}

/** What the way home still asks, each condition once. */
function conditionsOf({ ahead }: DocumentsSeen, orgs: Names): ToDo[] {
  const last = ahead.findIndex(({ to }) => to === 'discharged');
  const reasons = ahead.slice(0, last < 0 ? ahead.length : last + 1).flatMap(way => way.reasons);
  const once = new Map(reasons.map(reason => [reason.text.ja, reason]));
  return [...once.values()].map(({ text, turn }) => ({
    what: text.ja,
    owner: turn ? [codeWords[turn.role]?.ja, orgs[turn.org ?? '']].filter(part => part).join(' ') : null,
    dueOn: null,
    isDone: false,
  }));
}

const settled: readonly string[] = ['checkDone', 'notApplicable'];

const checksOf = ({ checks }: DocumentsSeen, members: Names): ToDo[] =>
  checks.flatMap(({ words, what, owner, dueOn, state }) => {
    const said = words?.ja ?? what;
    return said === null
      ? []
      : [{ what: said, owner: members[owner ?? ''] ?? null, dueOn, isDone: settled.includes(state) }];
  });
