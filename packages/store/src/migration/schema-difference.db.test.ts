import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { asOwner, createDatabase, dropDatabase } from '../administration/databases.ts';
import { schemaDifference } from './schema-difference.ts';

const server = inject('databaseServer');
const folder = mkdtempSync(join(tmpdir(), 'kaerimichi-schema-'));
const NAME = `difference_${process.pid}`;
let adminUrl: string;

const ward = 'model Ward {\n id String @id\n beds Bed[]\n @@map("ward")\n}\n';
const bed =
  'model Bed {\n id String @id\n wardId String @map("ward_id")\n ward Ward @relation(fields: [wardId], references: [id])\n @@map("bed")\n}\n';

beforeAll(async () => {
  adminUrl = await createDatabase(server.adminUrl, NAME);
  writeFileSync(join(folder, 'schema.prisma'), 'datasource db {\n provider = "postgresql"\n}\n');
  writeFileSync(join(folder, 'ward.prisma'), `${ward}${bed}`);
});
afterAll(async () => {
  await dropDatabase(server.adminUrl, NAME);
  rmSync(folder, { recursive: true, force: true });
});

describe('the difference between a database and the schema files', () => {
  it('is a script that makes them agree, and then nothing', async () => {
    const script = await schemaDifference(adminUrl, folder);
    expect(script).toContain('CREATE TABLE "bed"');
    await asOwner(adminUrl, [script]);
    expect(await schemaDifference(adminUrl, folder)).toBe('');
  });

  it('sees a new column beside foreign keys and checks of the database', async () => {
    await asOwner(adminUrl, [`ALTER TABLE bed ADD CONSTRAINT bed_id CHECK (id <> '')`]);
    writeFileSync(join(folder, 'ward.prisma'), `${ward.replace('@id', '@id\n name String?')}${bed}`);
    expect(await schemaDifference(adminUrl, folder)).toMatch(
      /^-- AlterTable\nALTER TABLE "ward" ADD COLUMN {5}"name" TEXT;$/,
    );
  });

  it('is none between our migrations and prisma/, but for names of indexes', async () => {
    const database = await createTestDatabase();
    const script = await schemaDifference(database.adminUrl, join(import.meta.dirname, '../../../../prisma'));
    const statements = script.split('\n').filter(line => line !== '' && !line.startsWith('--'));
    expect(statements.filter(line => !/^ALTER INDEX .* RENAME TO/.test(line))).toEqual([]);
    await database.drop();
  });
});
