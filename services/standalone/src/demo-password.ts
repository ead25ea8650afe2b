import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Password of all demo sign-ins: the one that is given, else the one of the last start, else one that is drawn. It is
 * kept in the data folder, for its owner alone, so that a start without DEMO_PASSWORD changes nobody's.
 */
export function demoPassword(dataDir: string, given: string | undefined): string {
  const file = join(dataDir, 'demo-password');
  const kept = existsSync(file) ? readFileSync(file, 'utf8').replace(/\r?\n$/, '') : '';
  const password = given || kept || randomBytes(9).toString('base64url');
  if (password !== kept) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, password, { mode: 0o600 });
  }
  // The mode above is only that of a file that is made.
  chmodSync(file, 0o600);
  return password;
}
