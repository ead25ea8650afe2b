import type { Member } from './people-world.ts';
import type { Child } from './route-asks.ts';
import type { Found } from './route-faults.ts';
import { nameOf, raw } from './told.ts';
import { wordsAt } from './word-table.ts';

/** Events that nobody gets through, each for another reason; `now`: at the version as it stands. */
const refused: readonly [version: string, event: Record<string, unknown> & { type: string }][] = [
  ['*', { type: 'note.added', note: 7 }],
  ['now', { type: 'preparation.closed' }],
  ['"1"', { type: 'preparation.closed' }],
  ['"1"', { type: 'contacts.recorded', when: 'day', contact: 'x' }],
  ['"1"', { type: 'consent.withdrawn', consentId: 'c-1' }],
  ['*', { type: 'case.completed' }],
  ['*', { type: 'no.such' }],
];

/** Words of a child that a refusal tells: to nobody any, whatever they may read elsewhere. */
export async function refusalFaults(member: Member, { caseId, words }: Child, version: number): Promise<Found> {
  const found: Found = { cells: 0, faults: [] };
  for (const [match, event] of refused) {
    const headers = { 'idempotency-key': crypto.randomUUID(), 'if-match': match === 'now' ? `"${version}"` : match };
    const init = { method: 'POST', headers, body: JSON.stringify(event) };
    const { status, text } = await raw(member, `/cases/${caseId}/events`, init);
    const planted = wordsAt('nowhere', words, member);
    found.cells += 1 + planted.length;
    const told = planted.flatMap(([word]) => (text.includes(word) ? [word] : []));
    const faults = [...(status < 400 ? [`answered ${status}`] : []), ...told];
    found.faults.push(...faults.map(fault => `${nameOf(member)} ${event.type}: ${fault}`));
  }
  return found;
}
