import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FhirImport, readFhir } from './read-fhir.ts';

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
const read = (file: string): FhirImport => readFhir(readFileSync(file, 'utf8'), { format: formatOf(file), on });

/** Patients as JSON.parse itself meets them, wherever they stand: another way than the reader's. */
function patientsIn(file: string): number {
  let patients = 0;
  const meet = (_key: string, value: unknown) => {
    if ((value as { resourceType?: unknown } | null)?.resourceType === 'Patient') patients += 1;
    return value;
  };
  const source = readFileSync(file, 'utf8');
  for (const part of formatOf(file) === 'ndjson' ? source.split('\n') : [source])
    try {
      JSON.parse(part, meet);
    } catch {
      // A broken line holds no Patient.
    }
  return patients;
}

const folders = [samples, ...(existsSync(shared) ? [shared] : [])];
if (folders.length === 1) console.log('shared/data does not stand beside the project: only the samples are read.');

describe.each(
  folders.flatMap(folder => [...filesOf(folder)].map(file => [file.slice(folder.length + 1), file] as const)),
)('%s', (_name, file) => {
  it('accounts for every resource once: drafts, parts of drafts, left out', () => {
    const result = read(file);
    expect(result.patients).toBe(patientsIn(file));
    const used = result.became.reduce((sum, { n }) => sum + n, 0);
    expect(used + result.leftOut.length).toBe(result.resources);
    const again = result.leftOut.filter(({ why }) => why === 'sameChild').length;
    expect(result.drafts.length + again).toBe(result.patients);
    expect(new Set(result.drafts.map(({ sourceKey }) => sourceKey)).size).toBe(result.drafts.length);
    for (const { path, text } of result.leftOut) {
      expect(text.ja).toMatch(/。$/);
      expect(text.en).toMatch(/\.$/);
      expect(path).not.toBe('');
    }
  });
});

describe('an invented child of fifteen', () => {
  const [child] = read(join(samples, 'invented-child-15.json')).drafts;
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
    expect(child?.devices).toMatchObject([{ text: '人工呼吸器', detail: '架空レスピレーター' }, { text: '吸引器' }]);
  });
  it('has care needs suggested with the entry that led to each', () => {
    expect([...(child?.careNeeds ?? [])].sort()).toEqual(['suction', 'tracheostomy', 'ventilator']);
    expect(child?.careNeedsFrom.every(({ from }) => from.startsWith('entry['))).toBe(true);
  });
});

describe('a number that a system made up for itself', () => {
  const record = { coding: [{ code: 'MR' }] };
  const numbered = (...values: string[]) =>
    readFhir(JSON.stringify({ resourceType: 'Patient', identifier: values.map(value => ({ type: record, value })) }), {
      format: 'json',
      on: '2026-11-25',
    }).drafts[0];
  const uuid = '01332066-fca8-cce4-d9b7-75b7fd1e2004';

  it('still tells the patient from others, and is no number that people know', () => {
    expect(numbered(uuid)).toMatchObject({ hospitalNumber: null, sourceKey: `|${uuid}` });
    expect(numbered(`urn:uuid:${uuid}`)?.hospitalNumber).toBeNull();
    expect(numbered(uuid, 'H-12')).toMatchObject({ hospitalNumber: 'H-12', sourceKey: `|${uuid}` });
  });
});

describe('a name that was typed or pasted otherwise', () => {
  it('is kept in the one form in which registrations keep it', () => {
    const patient = {
      resourceType: 'Patient',
      name: [{ family: 'か\u3099\u200bわ\u00ad', given: ['\u202eそら\u202c'] }],
    };
    expect(readFhir(JSON.stringify(patient), { format: 'json', on: '2026-11-25' }).drafts[0]).toMatchObject({
      familyName: 'がわ',
      givenName: 'そら',
    });
  });
});

describe('three invented children', () => {
  it('are marked when adult, deceased, without birth date or name', () => {
    const { drafts } = read(join(samples, 'invented-three.json'));
    expect(drafts.map(({ marks }) => marks)).toEqual([['adult'], ['noName'], ['deceased', 'noBirthDate']]);
  });
});

describe('a birth date that cannot be meant', () => {
  const marksOf = (birthDate: string) =>
    readFhir(JSON.stringify({ resourceType: 'Patient', name: [{ text: '架空 あい' }], birthDate }), {
      format: 'json',
      on,
    }).drafts[0]?.marks;

  it.each(['2026-11-25', '2126-03-01', '9999-12-31', '0000-01-01', '0001-01-01', '1899-12-31'])('%s', birthDate => {
    expect(marksOf(birthDate)).toEqual(['birthDateUnlikely']);
  });
  it.each([on, '2010-12-01'])('is not %s', birthDate => {
    expect(marksOf(birthDate)).toEqual([]);
  });
  it('stands in none of the files here, and none of them is marked so', () => {
    const all = folders.flatMap(folder => [...filesOf(folder)]).flatMap(file => read(file).drafts);
    expect(all.length).toBeGreaterThan(8);
    expect(all.filter(({ marks }) => marks.includes('birthDateUnlikely'))).toEqual([]);
  });
});
