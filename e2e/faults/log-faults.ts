import { expectedColumn, expectedLog } from './people-table.ts';
import type { Member } from './people-world.ts';
import { raw } from './told.ts';

type Entry = { readonly by: { readonly name: string | null; readonly org: string | null } | null };

/** What a privacy officer is told of who looked at a case and should not be, or should be and is not. */
export async function officerFaults(officer: Member, caseId: string): Promise<string[]> {
  const expected = expectedLog(officer.role, officer.relation);
  const answer = await raw(officer, `/cases/${caseId}/access-log?limit=500`);
  if (answer.status !== (expected ? 200 : 404)) return [`status ${answer.status}`];
  if (!expected) return [];
  const { entries } = JSON.parse(answer.text) as { entries: Entry[] };
  const isLead = officer.relation.name === 'lead';
  const orgs = new Set(entries.flatMap(({ by }) => by?.org ?? []));
  const strangers = entries.filter(({ by }) => by?.org === '試験 stranger');
  return [
    ...(/canary|カナリヤ|かなりや|2011-03-07/i.test(answer.text) ? ['a canary'] : []),
    ...(orgs.size > 1 === (expected === 'everybody') ? [] : [`looks of ${[...orgs].join(', ')}`]),
    ...(isLead || [...orgs].join() === `試験 ${officer.relation.name}` ? [] : ['not of the own people']),
    ...(strangers.some(({ by }) => by?.name) ? ['a stranger by name'] : []),
  ];
}

/** Whoever is no privacy officer is refused, and not even that where there is no case for them. */
export async function plainFaults(member: Member, caseId: string): Promise<string[]> {
  const expected = expectedColumn(member.role, member.relation) === null ? 404 : 403;
  const { status } = await raw(member, `/cases/${caseId}/access-log`);
  return status === expected ? [] : [`status ${status}, not ${expected}`];
}
