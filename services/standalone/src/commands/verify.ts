import { parseEventBytes } from '@kaerimichi/casework';
import { redecide } from '@kaerimichi/discharge/chart';
import { type KeptCase, verifyChains } from '@kaerimichi/store';
import { runCommand } from './run-command.ts';

/** Decides a case's events again and compares where that leads with what is kept. */
function redecided({ events, state }: KeptCase): { seq: number | null; detail: string } | null {
  const again = redecide(events.map(({ payload, stage }) => ({ event: parseEventBytes(payload), stage })));
  if (!again.ok) return { seq: again.seq, detail: again.why };
  const isSame = sorted(again.state.facts) === sorted(state.facts) && sorted(again.state.value) === sorted(state.value);
  return isSame ? null : { seq: null, detail: 'the kept state is not the one that the events lead to' };
}

/** JSON without the order of its keys, which the database does not keep. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

await runCommand(async database => {
  const result = await verifyChains(database.adminUrl, { redecide: redecided });
  for (const { caseId, seq, fault, detail } of result.findings)
    console.log(`case ${caseId}, entry ${seq ?? '-'}: ${fault} (${detail})`);
  if (result.bad === 0)
    console.log(
      `${result.cases} cases, ${result.events} entries, ${result.records} records: all chains are whole, every decision stands.`,
    );
  else console.log(`${result.bad} faults in ${result.cases} cases; the first bad entries are named above.`);
  return result.bad === 0 ? 0 : 1;
});
