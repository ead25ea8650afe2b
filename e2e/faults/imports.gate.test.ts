import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import { type Product, root, startProduct } from '../product/product.ts';

const samples = join(root, 'packages/interop/samples');
const shared = join(root, '../shared/data/fhir');
let product: Product;
let nurse: Client;

beforeAll(async () => {
  product = await startProduct();
  nurse = await signIn(product.url, 'dsn@demo');
});
afterAll(() => product?.remove());

function* filesOf(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) {
      if (!path.endsWith('jp/packages')) yield* filesOf(path);
    } else if (/\.(nd)?json$/.test(name)) yield path;
  }
}

type Report = {
  resources: number;
  patients: number;
  drafts: number;
  updated: number;
  unchanged: number;
  became: { n: number }[];
  leftOut: { why: string }[];
};

async function send(file: string, dryRun = false): Promise<{ status: number; report: Report }> {
  const type = file.endsWith('.ndjson') ? 'application/fhir+ndjson' : 'application/fhir+json';
  const headers = { cookie: nurse.cookie, 'content-type': type, 'idempotency-key': crypto.randomUUID() };
  const answer = await fetch(`${product.url}/api/v1/imports/fhir${dryRun ? '?dryRun=1' : ''}`, {
    method: 'POST',
    headers,
    body: readFileSync(file),
  });
  return { status: answer.status, report: (await answer.json()) as Report };
}

/** Patients as a text search finds them: another way of counting than reading the file. */
const patientsIn = (file: string) => (readFileSync(file, 'utf8').match(/"resourceType"\s*:\s*"Patient"/g) ?? []).length;

describe('importing', () => {
  it('takes every file there is: each Patient a draft, each resource accounted for, never a fault of ours', async () => {
    const files = [...filesOf(samples), ...(existsSync(shared) ? filesOf(shared) : [])];
    if (!existsSync(shared))
      console.log('shared/data does not stand beside the project: only the samples are imported.');
    let patients = 0;
    for (const file of files) {
      const { status, report } = await send(file);
      expect(status, file).toBe(200);
      const again = report.leftOut.filter(({ why }) => why === 'sameChild').length;
      expect(report.drafts + again, file).toBe(report.patients);
      expect(report.became.reduce((sum, { n }) => sum + n, 0) + report.leftOut.length, file).toBe(report.resources);
      // Patients within other resources (contained) belong to those and are no drafts.
      expect(report.patients, file).toBeLessThanOrEqual(patientsIn(file));
      patients += report.patients;
    }
    console.log(`${files.length} files, ${patients} patients`);
    expect(patients).toBeGreaterThan(3);
  });

  it('writes nothing on a dry run, and changes nothing when the same file comes again', async () => {
    const file = join(samples, 'invented-child-15.json');
    const before = await nurse.get<{ drafts: unknown[] }>('/imports/drafts');
    expect((await send(file, true)).report).toMatchObject({ drafts: 1, unchanged: 1 });
    expect((await send(file)).report).toMatchObject({ updated: 0, unchanged: 1 });
    const after = await nurse.get<{ drafts: unknown[] }>('/imports/drafts');
    expect(after.body.drafts.length).toBe(before.body.drafts.length);
  });

  it('keeps a value that a person confirmed, and shows what a later file says instead', async () => {
    type Listed = { id: string; familyName: string; hospitalNumber: string };
    const drafts = await nurse.get<{ drafts: Listed[] }>('/imports/drafts');
    const child = drafts.body.drafts.find(({ hospitalNumber }) => hospitalNumber === 'DEMO-77120');
    const headers = {
      cookie: nurse.cookie,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    };
    await fetch(`${product.url}/api/v1/imports/drafts/${child?.id}/confirmed`, {
      method: 'PUT',
      headers,
      body: JSON.stringify({ fields: { familyName: '成瀬川' } }),
    });
    const detail = await nurse.get<{ familyName: string; differences: unknown[] }>(`/imports/drafts/${child?.id}`);
    expect(detail.body).toMatchObject({
      familyName: '成瀬川',
      differences: [{ field: 'familyName', confirmed: '成瀬川', offered: '成瀬' }],
    });
  });

  it('answers what is no file of FHIR with every fault, never with a fault of its own', async () => {
    for (const body of [
      '',
      '{',
      'null',
      '[]',
      '42',
      '"text"',
      '{"resourceType":5}',
      '\u0000',
      '{"resourceType":"Bundle","entry":{}}',
    ]) {
      const headers = {
        cookie: nurse.cookie,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      };
      const answer = await fetch(`${product.url}/api/v1/imports/fhir`, { method: 'POST', headers, body });
      expect([200, 400], JSON.stringify(body)).toContain(answer.status);
    }
  });
});
