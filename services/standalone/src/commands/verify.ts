import { verifyChains } from '@kaerimichi/store';
import { openBeside } from '../open-database.ts';
import { redecideCase } from '../redecide-case.ts';
import { runCommand } from './run-command.ts';
import { verified } from './success-words.ts';

await runCommand(async database => {
  const began = performance.now();
  const result = await verifyChains(database.adminUrl, {
    redecide: redecideCase,
    thread: new URL('./verify-thread.js', import.meta.url),
  });
  for (const { caseId, seq, fault, detail } of result.findings)
    console.log(`case ${caseId}, entry ${seq ?? '-'}: ${fault} (${detail})`);
  console.log(verified(result, (performance.now() - began) / 1000));
  return result.bad === 0 ? 0 : 1;
}, openBeside);
