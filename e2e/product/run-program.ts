import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { root } from './product.ts';

export type Ended = { readonly code: number | null; readonly said: string };

const programs = {
  start: 'services/standalone/bundle/main.js',
  verify: 'services/standalone/dist/commands/verify.js',
  export: 'services/standalone/dist/commands/export.js',
  import: 'services/standalone/dist/commands/import.js',
  'admin-slip': 'services/standalone/dist/commands/admin-slip.js',
  reset: 'services/standalone/dist/commands/reset.js',
};

const LONGEST_MS = 120_000;

/**
 * Runs a command as npm does until it ends by itself, and answers everything that it said. A start takes a port that is
 * free: the usual one may be somebody's own program.
 */
export async function runProgram(
  name: keyof typeof programs,
  { args = [], env = {} }: { args?: readonly string[]; env?: Readonly<Record<string, string>> },
): Promise<Ended> {
  const port = String(await freePort());
  const child = spawn(process.execPath, [join(root, programs[name]), ...args], {
    cwd: root,
    env: { ...process.env, PORT: port, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST_MS,
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => output.push(String(chunk)));
  return new Promise(resolve => child.once('close', code => resolve({ code, said: output.join('') })));
}
