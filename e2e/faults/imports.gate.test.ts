import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import { shareOf, wholeOr } from '../product/how-much.ts';
import { type Product, root, startProduct } from '../product/product.ts';
import { type BrokenUpload, listsEverywhere, mutations } from './broken-uploads.ts';

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
  leftOut: { path: string; why: string; resourceType?: string }[];
  leftOutCount: number;
};
type Sent = {
  readonly body: Buffer<ArrayBuffer> | string;
  readonly type: string;
  readonly dryRun?: boolean;
  readonly key?: string;
};

async function send({ body, type, dryRun, key }: Sent): Promise<{ status: number; report: Report }> {
  const headers = { cookie: nurse.cookie, 'content-type': type, 'idempotency-key': key ?? crypto.randomUUID() };
  const url = `${product.url}/api/v1/imports/fhir${dryRun ? '?dryRun=1' : ''}`;
  const answer = await fetch(url, { method: 'POST', headers, body });
  return { status: answer.status, report: (await answer.json()) as Report };
}
const typeOf = (file: string) => (file.endsWith('.ndjson') ? 'application/fhir+ndjson' : 'application/fhir+json');
const sendFile = (file: string, dryRun = false) => send({ body: readFileSync(file), type: typeOf(file), dryRun });

type Listed = { id: string; familyName: string; hospitalNumber: string };
const listed = async () => (await nurse.get<{ drafts: Listed[]; total: number }>('/imports/drafts')).body;

const used = new Set(
  `Patient RelatedPerson Condition AllergyIntolerance MedicationRequest MedicationStatement MedicationAdministration
  MedicationDispense Medication Device DeviceUseStatement DeviceRequest Procedure Encounter`.split(/\s+/),
);

/** What JSON.parse itself meets, innermost first: Patients anywhere, and entries of kinds that have no place in a draft. */
function countIn(file: string): { patients: number; unused: number } {
  const counts = { patients: 0, unused: 0 };
  const kind = (value: unknown) => String((value as { resourceType?: unknown } | null)?.resourceType);
  const tops: unknown[] = [];
  const source = readFileSync(file, 'utf8');
  for (const text of file.endsWith('.ndjson') ? source.split('\n') : [source])
    try {
      tops.push(
        JSON.parse(text, (key, value) => {
          if (kind(value) === 'Patient') counts.patients += 1;
          if (key === 'resource' && kind(value) !== 'undefined' && kind(value) !== 'Bundle')
            counts.unused += used.has(kind(value)) ? 0 : 1;
          return value;
        }),
      );
    } catch {
      // A broken line holds nothing.
    }
  const single = tops.filter(top => !['Bundle', 'Parameters', 'undefined'].includes(kind(top)));
  return { ...counts, unused: counts.unused + single.filter(top => !used.has(kind(top))).length };
}

describe('importing', () => {
  it('takes the files there are: each Patient a draft, each resource accounted for, never a fault of ours', async () => {
    const folders = existsSync(shared) ? [samples, shared] : [samples];
    if (folders.length < 2)
      console.log('shared/data does not stand beside the project: only the samples are imported.');
    const table = new Map<string, Record<string, number>>();
    let fresh = 0;
    for (const folder of folders)
      for (const file of folder === samples ? filesOf(folder) : shareOf([...filesOf(folder)], 0, 4)) {
        const { status, report } = await sendFile(file);
        expect(status, file).toBe(200);
        const counted = countIn(file);
        expect(report.patients, file).toBe(counted.patients);
        expect(report.leftOutCount, file).toBe(report.leftOut.length);
        const unused = report.leftOut.filter(({ resourceType }) => resourceType && !used.has(resourceType));
        expect(unused.length, file).toBe(counted.unused);
        const again = report.leftOut.filter(({ why }) => why === 'sameChild').length;
        expect(report.drafts + again, file).toBe(report.patients);
        expect(report.became.reduce((sum, { n }) => sum + n, 0) + report.leftOutCount, file).toBe(report.resources);
        fresh += report.drafts - report.updated - report.unchanged;
        const set = folder === samples ? 'samples' : (file.slice(shared.length + 1).split('/')[0] ?? '');
        const row = table.get(set) ?? { files: 0, resources: 0, patients: 0, drafts: 0, updated: 0, leftOut: 0 };
        const more = { ...report, files: 1, leftOut: report.leftOutCount } as unknown as Record<string, number>;
        table.set(set, Object.fromEntries(Object.entries(row).map(([name, n]) => [name, n + (more[name] ?? 0)])));
      }
    console.table(Object.fromEntries(table));
    expect(fresh).toBeGreaterThan(3);
    expect((await listed()).total).toBe(fresh);
  });

  it('writes nothing on a dry run, and changes nothing when the same file comes again', async () => {
    const file = join(samples, 'invented-child-15.json');
    const before = await listed();
    expect((await sendFile(file, true)).report).toMatchObject({ drafts: 1, unchanged: 1 });
    expect((await sendFile(file)).report).toMatchObject({ updated: 0, unchanged: 1 });
    expect((await listed()).total).toBe(before.total);
  });

  it('keeps a value that a person confirmed, and shows what a later file says instead and what it lacks', async () => {
    const child = (await listed()).drafts.find(({ hospitalNumber }) => hospitalNumber === 'DEMO-77120');
    const headers = { cookie: nurse.cookie, 'content-type': 'application/json' };
    const confirm = (fields: unknown) =>
      fetch(`${product.url}/api/v1/imports/drafts/${child?.id}/confirmed`, {
        method: 'PUT',
        headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({ fields }),
      });
    expect((await confirm({ familyName: '成瀬川\ud800' })).status).toBe(400);
    expect((await confirm({ familyName: '成瀬川' })).status).toBe(200);
    for (const fields of [{ bornOn: 'いつか' }, { marks: 'x' }, { sex: 'x' }, ['x'], null])
      expect((await confirm(fields)).status).toBe(400);
    const source = readFileSync(join(samples, 'invented-child-15.json'), 'utf8');
    const later = source.replaceAll('カルボシステイン', 'アンブロキソール').replaceAll('成瀬', '成世');
    expect((await send({ body: later, type: 'application/fhir+json' })).report).toMatchObject({ updated: 1 });
    const { body } = await nurse.get<Record<string, unknown>>(`/imports/drafts/${child?.id}`);
    expect(body).toMatchObject({
      version: 2,
      familyName: '成瀬川',
      differences: [{ field: 'familyName', confirmed: '成瀬川', offered: '成世' }],
      isPerhapsAnother: false,
    });
    const { changes } = body as { changes: { field: string; gone: string[]; came: string[] }[] };
    expect(changes.find(({ field }) => field === 'medications')).toMatchObject({
      gone: [expect.stringContaining('カルボシステイン')],
      came: [expect.stringContaining('アンブロキソール')],
    });
  });

  it('warns where one number seems to belong to two children', async () => {
    const patient = (given: string, birthDate: string) =>
      JSON.stringify({
        resourceType: 'Patient',
        identifier: [{ system: 'urn:two', value: 'SAME-1' }],
        name: [{ family: '仮', given: [given] }],
        birthDate,
      });
    for (const body of [patient('あお', '2020-01-01'), patient('みどり', '2023-03-03')])
      await send({ body, type: 'application/fhir+json' });
    const draft = (await listed()).drafts.find(({ hospitalNumber }) => hospitalNumber === 'SAME-1');
    expect((await nurse.get(`/imports/drafts/${draft?.id}`)).body).toMatchObject({
      version: 2,
      isPerhapsAnother: true,
    });
  });
});

describe('a draft', () => {
  const registration = { lead: 'org-kodomo', bornOn: '2025-01-01', reason: '取り込みから', origin: 'ward' };
  const casesOf = async () => (await nurse.get<{ rows: unknown[] }>('/board')).body.rows.length;

  it('becomes one case, however many ask at once, and a retry finds that one', async () => {
    const draft = (await listed()).drafts.find(({ hospitalNumber }) => hospitalNumber === 'DEMO-77120')?.id;
    const before = await casesOf();
    const keys = Array.from({ length: 10 }, () => crypto.randomUUID());
    const ask = (key: string) => nurse.post('/cases', { ...registration, draft }, { 'idempotency-key': key });
    const answers = await Promise.all(keys.map(ask));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(400)]);
    for (const { status, body } of answers) if (status === 400) expect(body.issues).toMatchObject([{ path: 'draft' }]);
    expect(await casesOf()).toBe(before + 1);
    const made = answers.findIndex(({ status }) => status === 201);
    expect(await ask(keys[made] ?? '')).toEqual(answers[made]);
    expect((await nurse.get(`/imports/drafts/${draft}`)).body.caseId).toBe(answers[made]?.body.id);
    expect(await casesOf()).toBe(before + 1);
  });

  it('becomes one case also when the same key is sent ten times at once', async () => {
    const draft = (await listed()).drafts.find(({ hospitalNumber }) => hospitalNumber === 'SAME-1')?.id;
    const key = { 'idempotency-key': crypto.randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => nurse.post('/cases', { ...registration, draft }, key)),
    );
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
  });

  it('of nobody is told so', async () => {
    const answer = await nurse.post('/cases', { ...registration, draft: 'nowhere' });
    expect(answer).toMatchObject({ status: 400, body: { issues: [{ path: 'draft' }] } });
  });
});

describe('broken uploads', () => {
  const child = JSON.parse(readFileSync(join(samples, 'invented-child-15.json'), 'utf8')) as unknown;
  const expectAnswered = async ({ name, body, type }: BrokenUpload) => {
    const { status } = await send({ body, type });
    expect([200, 400], name).toContain(status);
    return status;
  };

  it('are answered with the report or with every fault: a list in place of each value', async () => {
    for (const upload of shareOf([...listsEverywhere(child)], 0, 4)) await expectAnswered(upload);
  });

  const count = wholeOr(10_000, 300);
  it(`are answered, whatever was cut, flipped, doubled, replaced or packed: ${count} seeded mutations`, async () => {
    const counts = new Map<number, number>();
    for (const upload of mutations(child, count, 20261124)) {
      const status = await expectAnswered(upload);
      counts.set(status, (counts.get(status) ?? 0) + 1);
    }
    console.log('mutations by status', Object.fromEntries(counts));
    expect((await nurse.get('/imports/drafts')).status).toBe(200);
    for (const { id } of (await listed()).drafts.slice(0, 300))
      expect((await nurse.get(`/imports/drafts/${id}`)).status).toBe(200);
    expect(product.log()).not.toContain('"fault"');
  });

  it.each([
    ['empty', ''],
    ['a bare null', 'null'],
    ['20 MB and a byte', Buffer.alloc(20 * 1024 * 1024 + 1, 0x20)],
    ['20 MB of open brackets', Buffer.alloc(20 * 1024 * 1024, '[')],
    [
      '10,000 Bundles in one another',
      `${'{"resourceType":"Bundle","entry":[{"resource":'.repeat(10_000)}1${'}]}'.repeat(10_000)}`,
    ],
    ['10,000 lists in a Patient', `{"resourceType":"Patient","contact":${'['.repeat(10_000)}1${']'.repeat(10_000)}}`],
  ])('%s is answered', async (_name, body) => {
    const { status } = await send({ body, type: 'application/fhir+json' });
    expect([200, 400]).toContain(status);
  });
});
