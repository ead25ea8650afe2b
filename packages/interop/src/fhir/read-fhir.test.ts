import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFhir } from './read-fhir.ts';

const on = '2026-11-24';
const samples = join(import.meta.dirname, '../../samples');
const shared = join(import.meta.dirname, '../../../../../shared/data/fhir');

function* filesOf(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) {
      if (!path.endsWith('jp/packages')) yield* filesOf(path);
    } else if (/\.(nd)?json$/.test(name)) yield path;
  }
}
const formatOf = (file: string) => (file.endsWith('.ndjson') ? ('ndjson' as const) : ('json' as const));

/** Counts by walking the parsed file, another way than the reader does. */
function count(
  value: unknown,
  counts: { resources: number; patients: Set<string>; patientEntries: number },
  depth = 0,
): void {
  const one = value as {
    resourceType?: unknown;
    entry?: unknown[];
    id?: string;
    identifier?: { system?: string; value?: string }[];
  };
  if (one?.resourceType === 'Bundle' && depth < 4) {
    for (const entry of one.entry ?? []) {
      const resource = (entry as { resource?: unknown })?.resource;
      if (resource === undefined) counts.resources += 1;
      else count(resource, counts, depth + 1);
    }
    return;
  }
  counts.resources += 1;
  if (one?.resourceType === 'Patient') counts.patientEntries += 1;
}

function independent(file: string) {
  const source = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  const counts = { resources: 0, patients: new Set<string>(), patientEntries: 0 };
  const values =
    formatOf(file) === 'ndjson'
      ? source
          .split('\n')
          .filter(line => line.trim())
          .map(line => JSON.parse(line))
      : [JSON.parse(source)];
  for (const value of values) count(value, counts);
  return counts;
}

const folders = [samples, ...(existsSync(shared) ? [shared] : [])];
if (folders.length === 1) console.log('shared/data does not stand beside the project: only the samples are read.');

describe.each(
  folders.flatMap(folder => [...filesOf(folder)].map(file => [file.slice(folder.length + 1), file] as const)),
)('%s', (_name, file) => {
  it('accounts for every resource once: drafts, parts of drafts, left out', () => {
    const expected = independent(file);
    const read = readFhir(readFileSync(file, 'utf8'), { format: formatOf(file), on });
    expect(read.resources).toBe(expected.resources);
    expect(read.patients).toBe(expected.patientEntries);
    const used = read.became.reduce((sum, { n }) => sum + n, 0);
    expect(used + read.leftOut.length).toBe(read.resources);
    const again = read.leftOut.filter(({ why }) => why === 'sameChild').length;
    expect(read.drafts.length + again).toBe(read.patients);
    for (const { path, text } of read.leftOut) expect(`${path}${text.ja}${text.en}`).not.toBe('');
  });
});

describe('an invented child of fifteen', () => {
  const read = readFhir(readFileSync(join(samples, 'invented-child-15.json'), 'utf8'), { format: 'json', on });
  const [child] = read.drafts;
  it('has names in characters and kana, guardians, and what the hospital knows', () => {
    expect(child).toMatchObject({
      familyName: '成瀬',
      givenName: 'ひかり',
      familyKana: 'なるせ',
      givenKana: 'ひかり',
      bornOn: '2010-12-01',
      sex: 'female',
      hospitalNumber: 'DEMO-77120',
    });
    expect(child?.guardians.map(({ relation, name }) => [relation, name])).toEqual([
      ['mother', '成瀬 まゆ'],
      ['grandparent', '成瀬 とし'],
    ]);
    expect(child?.conditions).toHaveLength(2);
    expect(child?.allergies.map(({ text }) => text)).toEqual(['ラテックス']);
    expect(child?.medications.map(({ text }) => text)).toEqual(['カルボシステイン']);
  });
  it('has care needs suggested with the entry that led to each', () => {
    expect([...(child?.careNeeds ?? [])].sort()).toEqual(['suction', 'tracheostomy', 'ventilator']);
    expect(child?.careNeedsFrom.every(({ from }) => from.startsWith('entry['))).toBe(true);
  });
});

describe('three invented children', () => {
  const read = readFhir(readFileSync(join(samples, 'invented-three.json'), 'utf8'), { format: 'json', on });
  it('marks who is adult, who has died, who has no birth date or name', () => {
    expect(read.drafts.map(({ marks }) => marks)).toEqual([['adult'], ['noName'], ['deceased', 'noBirthDate']]);
  });
});

describe('a broken file', () => {
  it('is one fault when it is no JSON', () => {
    expect(readFhir('{', { format: 'json', on })).toMatchObject({
      resources: 1,
      patients: 0,
      leftOut: [{ path: '', why: 'notJson' }],
    });
  });
  it('names a broken line and reads the others', () => {
    const read = readFhir('{"resourceType":"Patient","id":"a"}\n{\n{"resourceType":"Patient","id":"b"}', {
      format: 'ndjson',
      on,
    });
    expect(read.drafts).toHaveLength(2);
    expect(read.leftOut).toMatchObject([{ path: 'line 2', why: 'notJson' }]);
  });
  it('never throws and keeps its account, whatever stands in it', () => {
    const type = fc.constantFrom(
      'Patient',
      'Condition',
      'RelatedPerson',
      'Device',
      'Observation',
      'Bundle',
      'Nonsense',
    );
    const resource = fc.record(
      {
        resourceType: fc.oneof(type, fc.anything()),
        id: fc.anything(),
        name: fc.anything(),
        identifier: fc.anything(),
        birthDate: fc.oneof(fc.constant('2019-02-30'), fc.string(), fc.anything()),
        subject: fc.oneof(fc.constant({ reference: 'Patient/a%' }), fc.anything()),
        contact: fc.anything(),
        code: fc.anything(),
        extension: fc.anything(),
        entry: fc.anything(),
      },
      { requiredKeys: [] },
    );
    const bundle = fc.record({
      resourceType: fc.constant('Bundle'),
      entry: fc.array(fc.oneof(fc.record({ fullUrl: fc.anything(), resource }, { requiredKeys: [] }), fc.anything())),
    });
    fc.assert(
      fc.property(bundle, value => {
        const source = JSON.stringify(value);
        const read = readFhir(source, { format: 'json', on });
        const used = read.became.reduce((sum, { n }) => sum + n, 0);
        expect(used + read.leftOut.length).toBe(read.resources);
      }),
      { numRuns: 2000 },
    );
  });
  it('takes __proto__ and a deep nest for what they are', () => {
    const deep = `${'{"resourceType":"Bundle","entry":[{"resource":'.repeat(200)}{"resourceType":"Patient"}${'}]}'.repeat(200)}`;
    expect(() => readFhir(deep, { format: 'json', on })).not.toThrow();
    readFhir('{"resourceType":"Patient","__proto__":{"polluted":true}}', { format: 'json', on });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
