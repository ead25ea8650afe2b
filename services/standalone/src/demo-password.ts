import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Password of all demo sign-ins: given, or drawn once for this data folder. */
export function demoPassword(dataDir: string, given: string | undefined): string {
  const file = join(dataDir, 'demo-password');
  if (given) return given;
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  mkdirSync(dataDir, { recursive: true });
  const drawn = randomBytes(9).toString('base64url');
  writeFileSync(file, drawn, { mode: 0o600 });
  return drawn;
}
