import { describe, expect, it } from 'vitest';
import { readFhir } from './read-fhir.ts';

const read = (source: string, format: 'json' | 'ndjson' = 'json') => readFhir(source, { format, on: '2026-11-24' });
const told = (source: string, format: 'json' | 'ndjson' = 'json') =>
  read(source, format).leftOut.map(({ path, why }) => [path, why]);
const whole = '{"resourceType":"Patient","id":"whole"}';
const bundle = (...resources: string[]) =>
  `{"resourceType":"Bundle","entry":[${resources.map(resource => `{"resource":${resource}}`).join(',')}]}`;

describe('what JSON hides', () => {
  it('a key that stands twice leaves its resource out, by the place of the key, and no other', () => {
    const doubled = '{"resourceType":"Patient","id":"a","birthDate":"2019-01-01","birthDate":"2020-01-01"}';
    const result = read(bundle(whole, doubled));
    expect(result).toMatchObject({ resources: 2, patients: 1, drafts: [{ sourceKey: expect.any(String) }] });
    expect(told(bundle(whole, doubled))).toEqual([['entry[1].resource.birthDate', 'doubledKey']]);
    expect(told(`${whole}\n${doubled}\n`, 'ndjson')).toEqual([['line 2.birthDate', 'doubledKey']]);
    expect(told(`[${whole},${doubled}]`)).toEqual([['[1].birthDate', 'doubledKey']]);
    expect(told(doubled)).toEqual([['birthDate', 'doubledKey']]);
  });

  it('is found however deep, and however the key is written', () => {
    const deep = '{"resourceType":"Patient","name":[{"family":"a"},{"family":"b","f\\u0061mily":"c"}]}';
    expect(told(bundle(whole, deep))).toEqual([['entry[1].resource.name[1].family', 'doubledKey']]);
    const contained = `{"resourceType":"Condition","contained":[{"resourceType":"Patient","id":"p","id":"q"}]}`;
    expect(told(bundle(whole, contained))).toEqual([['entry[1].resource.contained[0].id', 'doubledKey']]);
    expect(told(bundle(whole, bundle(whole, deep)))).toContainEqual([
      'entry[1].resource.entry[1].resource.name[1].family',
      'doubledKey',
    ]);
    expect(
      told(`{"resourceType":"Parameters","parameter":[{"name":"a","resource":${deep}},{"resource":${whole}}]}`),
    ).toEqual([['parameter[0].resource.name[1].family', 'doubledKey']]);
  });

  it('leaves an entry out that names two resources, and a Bundle that has two lists', () => {
    const two = `{"resourceType":"Bundle","entry":[{"resource":${whole}},{"resource":${whole},"resource":${whole}}]}`;
    expect(told(two)).toEqual([['entry[1].resource', 'doubledKey']]);
    const lists = `{"resourceType":"Bundle","entry":[{"resource":${whole}}],"entry":[]}`;
    expect(read(lists)).toMatchObject({ resources: 1, patients: 0, leftOut: [{ path: 'entry', why: 'doubledKey' }] });
  });

  it('what stands below a value that a second key replaced is no fault of its own', () => {
    const lost = `{"resourceType":"Patient","name":[{"family":"a","family":"b"}],"name":[]}`;
    expect(told(bundle(whole, lost))).toEqual([['entry[1].resource.name', 'doubledKey']]);
  });

  it('half of a surrogate pair leaves its resource out, escaped or not, in a value or a key', () => {
    for (const half of ['\\ud867', '\\uDC00', '\ud867', '𩸽'.slice(1)]) {
      expect(told(bundle(whole, `{"resourceType":"Patient","name":[{"family":"x${half}y"}]}`))).toEqual([
        ['entry[1].resource.name[0].family', 'halfCharacter'],
      ]);
      expect(told(bundle(whole, `{"resourceType":"Patient","a${half}":1}`))).toEqual([
        ['entry[1].resource.a\ufffd', 'halfCharacter'],
      ]);
      expect(told(bundle(whole, `{"resourceType":"Patient","name":[{"given":["${half}"]}]}`))).toEqual([
        ['entry[1].resource.name[0].given[0]', 'halfCharacter'],
      ]);
    }
    expect(told(bundle(whole, '{"resourceType":"Basic","id":"\\\\ud867 \\uD867\\uDE3D 𩸽"}'))).toEqual([
      ['entry[1].resource', 'notUsedKind'],
    ]);
  });

  it('a whole file is named by its faults when there is nothing else in it', () => {
    const result = read('{"a":1,"a":2}');
    expect(result).toMatchObject({ resources: 1, leftOut: [{ path: 'a', why: 'doubledKey' }] });
  });

  it('takes a large file with a fault in every object in little time', () => {
    const entries = Array.from({ length: 200_000 }, () => '{"a":1,"a":"\\ud800"}').join(',');
    const began = performance.now();
    expect(read(`{"resourceType":"Patient","extension":[${entries}]}`).leftOut).toHaveLength(1);
    expect(read(`${'{"a":1,"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`).leftOut).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
