import { gzipSync } from 'node:zlib';
import { randomFrom } from './random-from.ts';

export type BrokenUpload = { readonly name: string; readonly body: Buffer<ArrayBuffer>; readonly type: string };

const fhir = 'application/fhir+json';
const types = [fhir, 'application/fhir+ndjson', 'application/json', 'text/plain', 'multipart/form-data', 'x', ''];
const nest = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
/** JSON texts that stand where something else belongs. */
const values = [
  'null',
  'true',
  '1e999',
  '-0',
  '123456789012345678901234567890',
  '""',
  '"\\u0000"',
  '"\\ud800"',
  '"\\udc00\\ud800"',
  '[]',
  '{}',
  '[null]',
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{}}}',
  '{"resourceType":"Patient"}',
  '{"resourceType":"Bundle","entry":{"resource":{"resourceType":"Patient"}}}',
  `"${'漢'.repeat(3000)}"`,
  nest(300),
];

/** Every place of a value, as the keys that lead to it. */
function* placesIn(value: unknown, path: readonly (string | number)[] = []): Generator<readonly (string | number)[]> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value))
    yield* placesIn(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

const MARK = '@@here@@';

/** The value's text with other JSON at one place. */
function replaced(value: unknown, path: readonly (string | number)[], make: (before: string) => string): string {
  let before: unknown;
  const at = (inner: unknown, depth: number): unknown => {
    if (depth === path.length) {
      before = inner;
      return MARK;
    }
    const key = path[depth] as string | number;
    if (Array.isArray(inner)) return inner.map((item, n) => (n === key ? at(item, depth + 1) : item));
    const known = inner as Record<string, unknown>;
    return { ...known, [key]: at(known[String(key)], depth + 1) };
  };
  const text = JSON.stringify(at(value, 0));
  return text.split(`"${MARK}"`).join(make(JSON.stringify(before)));
}

/** Each value of a resource replaced by a list of itself. */
export const listsEverywhere = (value: unknown): BrokenUpload[] =>
  [...placesIn(value)].map(path => ({
    name: `a list at ${path.join('.')}`,
    body: Buffer.from(replaced(value, path, before => `[${before}]`)),
    type: fhir,
  }));

/** Seeded mutations of a file: cut, flipped, doubled, replaced, in other encodings, under other types. */
export function* mutations(value: unknown, count: number, seed: number): Generator<BrokenUpload> {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const places = [...placesIn(value)];
  const whole = JSON.stringify(value);
  const somewhere = () => Math.floor(random() * whole.length);
  const kinds: Record<string, () => string | Buffer<ArrayBuffer>> = {
    cut: () => whole.slice(0, somewhere()),
    hole: () => {
      const from = somewhere();
      return whole.slice(0, from) + whole.slice(from + Math.floor(random() * 200));
    },
    flip: () => {
      const bytes = Buffer.from(whole);
      for (let n = 0; n < 4; n += 1) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      return bytes;
    },
    nul: () => {
      const from = somewhere();
      return `${whole.slice(0, from)}\u0000${whole.slice(from)}`;
    },
    replace: () => replaced(value, pick(places), () => pick(values)),
    replaceTwo: () => replaced(JSON.parse(replaced(value, pick(places), () => 'null')), [], before => before),
    doubleKeys: () => whole.replaceAll('"resourceType"', `"resourceType":${pick(values)},"resourceType"`),
    lines: () => Array.from({ length: 3 }, () => replaced(value, pick(places), () => pick(values))).join('\n'),
    utf16: () => Buffer.from(`\ufeff${replaced(value, pick(places), () => pick(values))}`, 'utf16le'),
    bom: () => `\ufeff${replaced(value, pick(places), () => pick(values))}`,
    gzip: () => gzipSync(whole),
  };
  for (let n = 0; n < count; n += 1) {
    const kind = pick(Object.keys(kinds));
    const made = kinds[kind]?.() ?? '';
    yield { name: `${kind} ${n}`, body: Buffer.isBuffer(made) ? made : Buffer.from(made), type: pick(types) };
  }
}
