import { readEnvironment } from '@kaerimichi/runtime';
import { StartRefused } from '@kaerimichi/store';
import { type Running, start } from './start.ts';

const environment = readEnvironment(process.env);
if ('faults' in environment) {
  console.error(`かえりみち cannot start:\n${environment.faults.map(fault => `  ${fault}`).join('\n')}`);
  process.exit(1);
}

let running: Running | null = null;
let isStopping = false;

async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await running?.stop();
  process.exit(0);
}
process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());

try {
  running = await start(environment);
  console.log(`かえりみち  ${running.url}`);
  for (const line of running.said)
    console.log(line.startsWith('Set up') ? line.replace('/setup#', `${running.url}/setup#`) : line);
  console.log('Ctrl-C stops; the next start finds the data again.');
  if (isStopping) await running.stop();
} catch (fault) {
  if (fault instanceof StartRefused) console.error(fault.message);
  else console.error(fault);
  process.exit(1);
}
