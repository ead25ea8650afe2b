import { isObject, type Json, text } from './json.ts';

/** One resource of the input, where it stood, and how others may call it. */
export type Found = {
  readonly path: string;
  readonly resource: Json;
  readonly fullUrl: string | undefined;
  /** The resource that contains this one (`contained`): its id counts only there. */
  readonly within?: Found;
};
/** Something in the input that is no resource, and why. */
export type Unread = {
  readonly path: string;
  readonly why: 'notJson' | 'notText' | 'notAResource' | 'emptyEntry' | 'tooDeep';
};

export type Reading = { readonly found: Found[]; readonly unread: Unread[] };

/** Bundles within bundles are followed this far: deeper is an attack, not a file of a hospital. */
const DEEPEST = 32;

const parse = (source: string): { ok: true; value: unknown } | { ok: false } => {
  try {
    return { ok: true, value: JSON.parse(source) };
  } catch {
    return { ok: false };
  }
};

/** Every resource of a Bundle of any kind, Parameters, a list, a single resource, or NDJSON, with the path it stood at. */
export function readResources(source: string, format: 'json' | 'ndjson'): Reading {
  const reading: Reading = { found: [], unread: [] };
  const body = source.replace(/^\ufeff/, '');
  if (format === 'ndjson' && !isOneValue(body)) {
    readLines(body, reading);
    return reading;
  }
  const parsed = parse(body);
  const top = { path: '', fullUrl: undefined, depth: 0 };
  if (!parsed.ok) reading.unread.push({ path: '', why: 'notJson' });
  else if (Array.isArray(parsed.value))
    for (const [at, value] of parsed.value.entries()) readValue(value, { ...top, path: `[${at}]` }, reading);
  else readValue(parsed.value, top, reading);
  return reading;
}

/** One indented resource that was sent as NDJSON: its first line is no value by itself. */
const isOneValue = (body: string): boolean => /^\s*[{[]\s*$/.test(body.slice(0, body.indexOf('\n') + 1));

function readLines(source: string, reading: Reading): void {
  source.split('\n').forEach((line, at) => {
    if (line.trim() === '') return;
    const path = `line ${at + 1}`;
    if (line.includes('\ufffd')) {
      reading.unread.push({ path, why: 'notText' });
      return;
    }
    const parsed = parse(line);
    if (parsed.ok) readValue(parsed.value, { path, fullUrl: undefined, depth: 0 }, reading);
    else reading.unread.push({ path, why: 'notJson' });
  });
}

type Place = { readonly path: string; readonly fullUrl: string | undefined; readonly depth: number };

function readValue(value: unknown, place: Place, reading: Reading): void {
  const { path, depth } = place;
  if (!isObject(value) || typeof value.resourceType !== 'string') reading.unread.push({ path, why: 'notAResource' });
  else if (depth > DEEPEST) reading.unread.push({ path, why: 'tooDeep' });
  else if (value.resourceType === 'Bundle') readEntries(value, place, reading);
  else if (value.resourceType === 'Parameters' && holdsResources(value.parameter))
    readParameters(value.parameter, { ...place, path: below(path, 'parameter') }, reading);
  else readResource(value, place, reading);
}

const below = (path: string, part: string): string => (path ? `${path}.${part}` : part);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

function readEntries(bundle: Json, { path, depth }: Place, reading: Reading): void {
  listOf(bundle.entry).forEach((entry, at) => {
    const place = below(path, `entry[${at}]`);
    if (!isObject(entry) || entry.resource === undefined) {
      reading.unread.push({ path: place, why: 'emptyEntry' });
      return;
    }
    readValue(entry.resource, { path: `${place}.resource`, fullUrl: text(entry.fullUrl), depth: depth + 1 }, reading);
  });
}

/** Does a parameter, or one of its parts, carry a resource? A few levels are enough: parts nest rarely. */
const holdsResources = (parameters: unknown, depth = 0): boolean =>
  depth <= DEEPEST &&
  listOf(parameters).some(one => isObject(one) && (one.resource !== undefined || holdsResources(one.part, depth + 1)));

function readParameters(parameters: unknown, { path, depth }: Place, reading: Reading): void {
  listOf(parameters).forEach((one, at) => {
    const place = `${path}[${at}]`;
    if (!isObject(one)) return;
    const inner = { fullUrl: undefined, depth: depth + 1 };
    if (one.resource !== undefined) readValue(one.resource, { ...inner, path: `${place}.resource` }, reading);
    if (depth <= DEEPEST) readParameters(one.part, { ...inner, path: `${place}.part` }, reading);
  });
}

/** A contained Patient is a Patient like any other; what else is contained stays part of its resource. */
function readResource(resource: Json, { path, fullUrl }: Place, reading: Reading): void {
  const one: Found = { path, resource, fullUrl };
  reading.found.push(one);
  listOf(resource.contained).forEach((inner, at) => {
    if (isObject(inner) && inner.resourceType === 'Patient')
      reading.found.push({
        path: below(path, `contained[${at}]`),
        resource: inner,
        fullUrl: undefined,
        within: one,
      });
  });
}
