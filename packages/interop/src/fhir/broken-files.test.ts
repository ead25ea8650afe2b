import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFhir } from './read-fhir.ts';

const on = '2026-11-24';
const read = (source: string, format: 'json' | 'ndjson' = 'json') => readFhir(source, { format, on });
const nested = (depth: number, open: string, inner: string, close: string) =>
  `${open.repeat(depth)}${inner}${close.repeat(depth)}`;

describe('a broken file', () => {
  it('is one fault when it is no JSON', () => {
    expect(read('{')).toMatchObject({ resources: 1, patients: 0, leftOut: [{ path: '', why: 'notJson' }] });
  });
  it('names a broken line and reads the others', () => {
    const result = read(
      '{"resourceType":"Patient","id":"a"}\r\n{\n{"resourceType":"Patient","id":"b\ufffd"}\n42',
      'ndjson',
    );
    expect(result.drafts).toHaveLength(1);
    expect(result.leftOut).toMatchObject([
      { path: 'line 2', why: 'notJson' },
      { path: 'line 3', why: 'notText' },
      { path: 'line 4', why: 'notAResource' },
    ]);
  });
  it('is read as what it is when one indented resource comes as NDJSON, or resources as a list', () => {
    expect(read(JSON.stringify({ resourceType: 'Patient' }, null, 2), 'ndjson').patients).toBe(1);
    expect(read('[{"resourceType":"Patient"},7]')).toMatchObject({ patients: 1, leftOut: [{ path: '[1]' }] });
  });
  it('that is nested deeper than anybody’s file is left out by its path', () => {
    const bundles = nested(
      10_000,
      '{"resourceType":"Bundle","entry":[{"resource":',
      '{"resourceType":"Patient"}',
      '}]}',
    );
    expect(read(bundles).leftOut).toMatchObject([{ why: 'tooDeep' }]);
    const lists = `{"resourceType":"Patient","extension":${nested(10_000, '[', '1', ']')}}`;
    expect(read(`[${lists},{"resourceType":"Patient"}]`)).toMatchObject({
      patients: 1,
      leftOut: [{ path: '[0]', why: 'tooDeep' }],
    });
    const parts = nested(10_000, '{"resourceType":"Parameters","parameter":[{"part":', '1', '}]}');
    expect(() => read(parts)).not.toThrow();
  });
  it('takes __proto__ and names of Object’s own for what they are', () => {
    read('{"resourceType":"Patient","__proto__":{"polluted":true}}');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(read('[{"resourceType":"constructor"},{"resourceType":"__proto__"}]').leftOut).toHaveLength(2);
  });
  it('keeps keys short enough for an index, and different numbers apart', () => {
    const patient = (end: string) => ({
      resourceType: 'Patient',
      identifier: [{ system: '漢'.repeat(500), value: '字'.repeat(400) + end + '字'.repeat(80) }],
    });
    const result = read(JSON.stringify([patient('1'), patient('2')]));
    expect(result.drafts).toHaveLength(2);
    for (const { sourceKey } of result.drafts) expect(Buffer.byteLength(sourceKey)).toBeLessThan(2000);
  });
  it('never throws and keeps its account, whatever stands in it', { timeout: 30_000 }, () => {
    const kinds = ['Patient', 'Condition', 'RelatedPerson', 'Device', 'MedicationRequest', 'Bundle', 'Parameters'];
    const whatever = fc.anything();
    const resource = fc.record(
      {
        resourceType: fc.oneof(fc.constantFrom(...kinds), whatever),
        id: fc.oneof(fc.constantFrom('a', 'b'), whatever),
        name: whatever,
        identifier: whatever,
        birthDate: fc.oneof(fc.constant('2019-02-30'), fc.string(), whatever),
        subject: fc.oneof(fc.constantFrom({ reference: 'Patient/a%' }, { reference: 'Patient/a' }), whatever),
        contact: whatever,
        contained: fc.oneof(fc.constant([{ resourceType: 'Patient' }]), whatever),
        code: whatever,
        device: whatever,
        dosage: whatever,
        extension: whatever,
        entry: whatever,
        parameter: whatever,
      },
      { requiredKeys: [] },
    );
    const bundle = fc.record({
      resourceType: fc.constant('Bundle'),
      entry: fc.array(fc.oneof(fc.record({ fullUrl: whatever, resource }, { requiredKeys: [] }), whatever)),
    });
    fc.assert(
      fc.property(bundle, value => {
        const result = read(JSON.stringify(value));
        const used = result.became.reduce((sum, { n }) => sum + n, 0);
        expect(used + result.leftOut.length).toBe(result.resources);
      }),
      { numRuns: 2000, seed: 20261124 },
    );
  });
});
