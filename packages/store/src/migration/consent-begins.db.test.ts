import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyFacts } from '@kaerimichi/discharge';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createDatabase, dropDatabase } from '../administration/databases.ts';
import { connectOwner, type Owner } from '../testing/owner-queries.ts';
import { migrate } from './migrate.ts';

const server = inject('databaseServer');
const project = join(import.meta.dirname, '../../../../prisma/migrations');
const before = mkdtempSync(join(tmpdir(), 'kaerimichi-before-'));
const NAME = `consent_begins_${process.pid}`;
let adminUrl: string;
let owner: Owner;

beforeAll(async () => {
  for (const name of readdirSync(project))
    if (name < '20261125120000') cpSync(join(project, name), join(before, name), { recursive: true });
  adminUrl = await createDatabase(server.adminUrl, NAME);
  await migrate(adminUrl, before);
  owner = await connectOwner(adminUrl);
});
afterAll(async () => {
  await owner.end();
  await dropDatabase(server.adminUrl, NAME);
  rmSync(before, { recursive: true, force: true });
});

const given = { seq: 2, on: '2026-11-01', round: 0, scope: 'recipient', categories: ['plan'], purpose: 'care' };
const keep = (id: string, change: object) =>
  owner.query(
    `INSERT INTO case_state (case_id, version, pathway_version, value, facts, head) VALUES ($1, 2, 1, '"x"', $2, '\\x00')`,
    [id, JSON.stringify({ ...emptyFacts('lead'), ...change })],
  );

it('arms the first day of consents that cases hold already, of open cases only', async () => {
  await keep('open', {
    consents: [
      { ...given, id: 'ahead', from: '2026-12-24' },
      { ...given, id: 'at-once', from: '2026-11-01' },
      { ...given, id: 'withdrawn', from: '2026-12-24', withdrawnOn: '2026-11-20' },
      { ...given, id: 'over', from: '2026-11-02', until: '2026-11-03', lapsedOn: '2026-11-04' },
    ],
  });
  await keep('closed', { consents: [{ ...given, id: 'ahead', from: '2026-12-24' }], closing: { how: 'movedOut' } });
  await migrate(adminUrl, project);
  expect(await owner.query('SELECT case_id, kind, ref, due_on, fires, state FROM deadline')).toEqual([
    {
      case_id: 'open',
      kind: 'begin.consent',
      ref: 'ahead',
      due_on: '2026-12-24',
      fires: 'fact.begun',
      state: 'open',
    },
  ]);
});
