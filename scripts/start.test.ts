import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from './files-below.ts';

let checkout: string;
let server: Server;
let port: number;

/** A checkout in which nothing is installed or built, nor can be. */
beforeAll(async () => {
  checkout = mkdtempSync(join(tmpdir(), 'kaerimichi-checkout-'));
  for (const folder of ['scripts', 'services/standalone/early'])
    cpSync(join(root, folder), join(checkout, folder), { recursive: true });
  writeFileSync(join(checkout, 'package-lock.json'), '{}');
  server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' ? (address?.port ?? 0) : 0;
});
afterAll(() => {
  server.close();
  rmSync(checkout, { recursive: true });
});

it('a port in use is told before anything is installed or built, also where .env names it', () => {
  writeFileSync(join(checkout, '.env'), `PORT=${port}\n`);
  const { PORT: _, HOST: __, ...env } = process.env;
  const { status, stderr } = spawnSync(process.execPath, ['scripts/start.mjs'], {
    cwd: checkout,
    env,
    encoding: 'utf8',
  });
  expect(stderr).toBe(
    `ポート ${port} は、ほかのプログラムが使っています。PORT で別の番号を指定してください。\nPort ${port} is in use by another program: set PORT to another one.\n`,
  );
  expect(status).toBe(1);
});
