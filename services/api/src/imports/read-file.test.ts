import { describe, expect, it } from 'vitest';
import { readFile } from './read-file.ts';

const on = '2026-11-24';
const json = JSON.stringify({ resourceType: 'Patient', id: 'a', name: [{ text: '浅見 こはる' }] });
const read = (bytes: Uint8Array, contentType = 'application/fhir+json') => readFile({ bytes, contentType, on });
const patientsOf = (result: ReturnType<typeof readFile>) =>
  result.ok ? (JSON.parse(result.report) as { patients: number }).patients : result.issues;

describe('a file as hospitals save it', () => {
  it.each([
    ['UTF-8', Buffer.from(json)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${json}`)],
    ['UTF-16, little end first', Buffer.from(`\ufeff${json}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${json}`, 'utf16le').swap16()],
  ])('is read: %s', (_name, bytes) => {
    const result = read(bytes);
    expect(patientsOf(result)).toBe(1);
    expect(result.ok && result.drafts[0]?.content).toContain('浅見');
  });
  it('in another encoding is refused whole as JSON, by its line as NDJSON', () => {
    const shiftJis = Buffer.from([
      ...Buffer.from('{"resourceType":"Patient","id":"'),
      0x90,
      0xf3,
      ...Buffer.from('"}'),
    ]);
    expect(read(shiftJis)).toMatchObject({ ok: false, issues: [{ path: '' }] });
    const lines = Buffer.concat([Buffer.from(`${json}\n`), shiftJis]);
    expect(patientsOf(read(lines, 'application/fhir+ndjson'))).toBe(1);
  });
  it('in UTF-16 with half of a pair is refused too', () => {
    const halved = Buffer.from(`\ufeff${json.replace('浅見', '浅\ud867')}`, 'utf16le');
    expect(read(halved)).toMatchObject({ ok: false, issues: [{ path: '' }] });
  });
  it('names the key that stands twice, as a fault where there is nothing else', () => {
    const doubled = json.replace('"id":"a"', '"id":"a","id":"b"');
    expect(read(Buffer.from(doubled))).toMatchObject({ ok: false, issues: [{ path: 'id' }] });
    expect(patientsOf(read(Buffer.from(`[${json},${doubled}]`)))).toBe(1);
  });
  it('is NDJSON by its look where nobody says so', () => {
    expect(patientsOf(read(Buffer.from(`${json}\n${json.replace('"a"', '"b"')}\n`)))).toBe(2);
    expect(patientsOf(read(Buffer.from(JSON.stringify(JSON.parse(json), null, 2))))).toBe(1);
  });
  it('with nothing in it to import is an answer, not a fault', () => {
    expect(patientsOf(read(Buffer.from('{"resourceType":"Bundle","type":"searchset"}')))).toBe(0);
    expect(read(Buffer.from('{"resourceType":"Bundle",'))).toMatchObject({ ok: false });
  });
  it('is told in an answer of bounded size, whatever stands in it; all that was left out is counted', () => {
    const entry = { resource: { resourceType: 'Basic', id: 'x'.repeat(400) } };
    const result = read(Buffer.from(JSON.stringify({ resourceType: 'Bundle', entry: Array(6_000).fill(entry) })));
    const report = result.ok ? result.report : '';
    const { leftOut, leftOutCount } = JSON.parse(report) as { leftOut: unknown[]; leftOutCount: number };
    expect(leftOutCount).toBe(6_000);
    expect(leftOut.length).toBeGreaterThan(2_000);
    expect(report.length).toBeGreaterThan(1_900_000);
    expect(report.length).toBeLessThan(2_001_000);
  });

  it.each([
    ['[]', 'ファイルに何も入っていません。'],
    ['\n \n', 'ファイルに何も入っていません。'],
    ['null', 'FHIRのリソースではありません(resourceTypeがありません)。'],
    ['{}', 'FHIRのリソースではありません(resourceTypeがありません)。'],
    ['[{}]', 'FHIRのリソースではありません(resourceTypeがありません)。'],
  ])('without a resource is refused with its fault: %j', (source, ja) => {
    const type = source.startsWith('\n') ? 'application/fhir+ndjson' : 'application/fhir+json';
    const result = read(Buffer.from(source), type);
    expect(result).toMatchObject({ ok: false, issues: [{ text: { ja } }] });
  });

  it('is taken where it is a Bundle in which a search found nobody', () => {
    expect(patientsOf(read(Buffer.from('{"resourceType":"Bundle","type":"searchset","total":0}')))).toBe(0);
  });
});
