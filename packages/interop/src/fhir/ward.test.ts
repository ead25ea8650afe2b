import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFhir } from './read-fhir.ts';

const file = join(import.meta.dirname, '../../samples/invented-ward.ndjson');
const ward = readFhir(readFileSync(file, 'utf8'), { format: 'ndjson', on: '2026-11-24' });
const draftOf = (name: string) => ward.drafts.find(({ givenName }) => givenName === name);
const child = draftOf('こはる');

describe('a ward as NDJSON', () => {
  it('has every Patient as a draft: by itself, contained, in Parameters and their parts', () => {
    expect(ward.patients).toBe(6);
    expect(ward.drafts.map(({ familyName, givenName }) => `${familyName} ${givenName}`).sort()).toEqual(
      ['南 そうた', '南 りん', '平 ベビー', '戸川 はる', '浅見 こはる'].sort(),
    );
    expect(draftOf('ベビー')).toMatchObject({
      from: 'line 17.contained[0]',
      bornSaid: '2026-11',
      marks: ['birthDateIncomplete'],
    });
    expect(draftOf('そうた')?.marks).toEqual(['deceased']);
    expect(draftOf('りん')?.from).toBe('line 24.parameter[1].part[0].resource.entry[0].resource');
  });

  it('takes the written name and the reading by their representation, the Latin one last', () => {
    expect(child).toMatchObject({ familyName: '浅見', familyKana: 'あさみ', givenKana: 'こはる' });
    expect(child?.address).toBe('253-0000 神奈川県 茅ヶ崎市 海岸通1-2');
  });

  it('knows a child by the hospital’s number, never by the insurance’s', () => {
    expect(child).toMatchObject({ hospitalNumber: 'DEMO-0301' });
    const [insured] = readFhir(
      JSON.stringify({
        resourceType: 'Patient',
        identifier: [{ system: 'http://jpfhir.jp/fhir/clins/Idsystem/JP_Insurance_memberID', value: '0001:あ:1:01' }],
      }),
      { format: 'json', on: '2026-11-24' },
    ).drafts;
    expect(insured?.hospitalNumber).toBeNull();
  });

  it('has the family from contacts and related persons, with readings and telephones', () => {
    expect(child?.guardians).toMatchObject([
      { relation: 'father', name: '浅見 修', phones: ['090-0000-0301'] },
      { relation: 'mother', name: '浅見 芽衣', kana: 'あさみ めい', phones: ['090-0000-0302'] },
    ]);
  });

  it('names medicines and devices through references, contained or not, with dose and day', () => {
    expect(child?.medications).toMatchObject([
      { text: 'カルボシステインシロップ5%', detail: '1回2mL 1日3回 毎食後', on: '2026-10-03' },
      { text: '鉄剤', detail: '1日1回 夕食後' },
      { text: 'ブコラム口腔用液5mg', on: '2026-10-04' },
    ]);
    expect(child?.devices).toMatchObject([{ text: '携帯型吸引器', on: '2026-10-01' }, { text: '酸素濃縮器' }]);
    expect(ward.became).toContainEqual({ resourceType: 'Medication', as: 'names', n: 1 });
    expect(ward.became).toContainEqual({ resourceType: 'Device', as: 'names', n: 1 });
  });

  it('keeps reactions, notes, months and what is not certain', () => {
    expect(child?.allergies).toMatchObject([{ text: '卵', critical: 'high', detail: 'じんましん' }]);
    expect(child?.conditions).toMatchObject([
      { text: '胎便吸引症候群', on: '2024-03', status: 'resolved' },
      { text: '気管軟化症', detail: '体位で変わる' },
      { text: '人工呼吸器離脱' },
    ]);
  });

  it('concludes a care need only where the file speaks for it and it is not over', () => {
    expect([...(child?.careNeeds ?? [])].sort()).toEqual(['oxygen', 'seizureRescue', 'suction', 'tracheostomy']);
    expect(draftOf('はる')?.careNeeds).toEqual(['gastrostomy']);
  });

  it('makes one draft of a child named twice: the later names, everything said about either', () => {
    expect(draftOf('はる')).toMatchObject({
      conditions: [{ text: '短腸症候群' }],
      procedures: [{ text: '胃瘻造設術' }],
    });
  });

  it('names by its line and reason whatever is left out', () => {
    expect(ward.leftOut.map(({ path, why }) => [path, why])).toEqual([
      ['line 6', 'takenBack'],
      ['line 17', 'notUsedKind'],
      ['line 18', 'sameChild'],
      ['line 22', 'notJson'],
      ['line 23', 'patientNotHere'],
    ]);
  });
});

describe('references', () => {
  const on = '2026-11-24';
  const bundle = (...resources: unknown[]) =>
    readFhir(JSON.stringify({ resourceType: 'Bundle', entry: resources.map(resource => ({ resource })) }), {
      format: 'json',
      on,
    });
  const patient = (id: string, value: string) => ({
    resourceType: 'Patient',
    id,
    identifier: [{ system: 'http://hospital', value }],
  });
  const condition = (subject: unknown) => ({ resourceType: 'Condition', subject, code: { text: 'x' } });

  it.each([
    { reference: 'Patient/a' },
    { reference: 'http://elsewhere/fhir/Patient/a/_history/3' },
    { reference: 'Patient?identifier=http://hospital|1' },
    { reference: 'Patient?identifier=http%3A%2F%2Fhospital%7C1&active=true' },
    { reference: 'Patient?identifier=1' },
    { identifier: { system: 'http://hospital', value: '1' } },
  ])('find the child: %j', subject => {
    expect(bundle(patient('a', '1'), patient('b', '2'), condition(subject)).drafts[0]?.conditions).toHaveLength(1);
  });

  it('never choose between two children with the same id', () => {
    const result = bundle(patient('a', '1'), patient('a', '2'), condition({ reference: 'Patient/a' }));
    expect(result.drafts.map(({ conditions }) => conditions.length)).toEqual([0, 0]);
    expect(result.leftOut).toMatchObject([{ why: 'patientUnclear' }]);
  });

  it('within a resource name only what it contains', () => {
    const inner = { ...condition({ reference: '#a' }), contained: [{ resourceType: 'Patient', id: 'a' }] };
    const result = bundle({ ...patient('a', '1') }, inner);
    expect(result.drafts.map(({ from, conditions }) => [from, conditions.length])).toEqual([
      ['entry[0].resource', 0],
      ['entry[1].resource.contained[0]', 1],
    ]);
  });

  it('of a full Patient stand before one contained, whichever comes later', () => {
    const inner = { ...condition({ reference: '#p' }), contained: [{ ...patient('p', '1'), name: [{ text: 'x' }] }] };
    const [child, ...others] = bundle({ ...patient('a', '1'), birthDate: '2020-01-01' }, inner).drafts;
    expect(others).toEqual([]);
    expect(child).toMatchObject({ bornOn: '2020-01-01', conditions: [{ text: 'x' }] });
  });

  it('leave two children without any number two drafts, also over two files', () => {
    const one = (name: string) => bundle({ resourceType: 'Patient', name: [{ text: name }] }).drafts[0]?.sourceKey;
    expect(one('甲')).not.toBe(one('乙'));
    expect(one('甲')).toBe(one('甲'));
  });
});
