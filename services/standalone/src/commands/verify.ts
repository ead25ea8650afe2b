import { verifyChains } from '@kaerimichi/store';
import { openBeside } from '../open-database.ts';
import { redecideCase } from '../redecide-case.ts';
import { runCommand } from './run-command.ts';

await runCommand(async database => {
  const began = performance.now();
  const result = await verifyChains(database.adminUrl, {
    redecide: redecideCase,
    thread: new URL('./verify-thread.js', import.meta.url),
  });
  for (const { caseId, seq, fault, detail } of result.findings)
    console.log(`case ${caseId}, entry ${seq ?? '-'}: ${fault} (${detail})`);
  const seconds = (performance.now() - began) / 1000;
  const rate = Math.round(result.events / seconds);
  if (result.bad === 0)
    console.log(
      `${result.cases} cases, ${result.events} entries, ${result.records} records in ${seconds.toFixed(1)} s (${rate} entries a second): all chains are whole, every decision stands.`,
    );
  else console.log(`${result.bad} faults in ${result.cases} cases; the first bad entries are named above.`);
  return result.bad === 0 ? 0 : 1;
}, openBeside);
