import { faultWithin, type HiddenFault, type HiddenFaults, hiddenFaults } from './hidden-faults.ts';
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
  readonly why: 'notJson' | 'notText' | 'nothing' | 'notAResource' | 'emptyEntry' | 'tooDeep' | HiddenFault['why'];
};

export type Reading = { readonly found: Found[]; readonly unread: Unread[] };

/** Bundles within bundles are followed this far: deeper is an attack, not a file of a hospital. */
const DEEPEST = 32;

type Parsed = { readonly ok: true; readonly value: unknown; readonly faults: HiddenFaults } | { readonly ok: false };

const parse = (source: string): Parsed => {
  try {
    const value: unknown = JSON.parse(source);
    return { ok: true, value, faults: hiddenFaults(source, value) };
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
    return orNothing(reading);
  }
  const parsed = parse(body);
  if (!parsed.ok) {
    reading.unread.push({ path: '', why: 'notJson' });
    return reading;
  }
  const top: Place = { path: '', fullUrl: undefined, depth: 0, from: '', faults: parsed.faults };
  if (!Array.isArray(parsed.value)) {
    readValue(parsed.value, top, reading);
    return reading;
  }
  for (const [at, value] of parsed.value.entries()) readValue(value, { ...top, path: `[${at}]` }, reading);
  return orNothing(reading);
}

/** A list or lines without anything on them; a Bundle without entries is a resource, and says that it found nobody. */
const orNothing = ({ found, unread }: Reading): Reading =>
  found.length + unread.length > 0 ? { found, unread } : { found, unread: [{ path: '', why: 'nothing' }] };

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
    if (parsed.ok)
      readValue(parsed.value, { path, fullUrl: undefined, depth: 0, from: path, faults: parsed.faults }, reading);
    else reading.unread.push({ path, why: 'notJson' });
  });
}

type Place = {
  readonly path: string;
  readonly fullUrl: string | undefined;
  readonly depth: number;
  /** Where the text stood that was parsed by itself: a line, or nothing. */
  readonly from: string;
  readonly faults: HiddenFaults;
};

function readValue(value: unknown, place: Place, reading: Reading): void {
  const { path, depth } = place;
  if (!isObject(value) || typeof value.resourceType !== 'string') {
    if (!leaveOut(value, place, reading)) reading.unread.push({ path, why: 'notAResource' });
  } else if (depth > DEEPEST) reading.unread.push({ path, why: 'tooDeep' });
  else if (value.resourceType === 'Bundle') readEntries(value, place, reading);
  else if (value.resourceType === 'Parameters' && holdsResources(value.parameter))
    readAllParameters(value, place, reading);
  else if (!leaveOut(value, place, reading)) readResource(value, place, reading);
}

/** Leaves out what holds a fault that JSON.parse takes silently; what it holds below some keys is looked at by itself. */
function leaveOut(value: unknown, { from, faults }: Place, reading: Reading, except: readonly string[] = []): boolean {
  const fault = faultWithin(value, faults, except);
  if (fault) reading.unread.push({ path: below(from, fault.path), why: fault.why });
  return fault !== null;
}

const below = (path: string, part: string): string => (path ? `${path}.${part}` : part);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

function readEntries(bundle: Json, outer: Place, reading: Reading): void {
  if (leaveOut(bundle, outer, reading, ['entry'])) return;
  listOf(bundle.entry).forEach((entry, at) => {
    const place = below(outer.path, `entry[${at}]`);
    if (leaveOut(entry, outer, reading, ['resource'])) return;
    if (!isObject(entry) || entry.resource === undefined) {
      reading.unread.push({ path: place, why: 'emptyEntry' });
      return;
    }
    const inner = { path: `${place}.resource`, fullUrl: text(entry.fullUrl), depth: outer.depth + 1 };
    readValue(entry.resource, { ...outer, ...inner }, reading);
  });
}

/** Does a parameter, or one of its parts, carry a resource? A few levels are enough: parts nest rarely. */
const holdsResources = (parameters: unknown, depth = 0): boolean =>
  depth <= DEEPEST &&
  listOf(parameters).some(one => isObject(one) && (one.resource !== undefined || holdsResources(one.part, depth + 1)));

function readAllParameters(resource: Json, place: Place, reading: Reading): void {
  if (leaveOut(resource, place, reading, ['parameter'])) return;
  readParameters(resource.parameter, { ...place, path: below(place.path, 'parameter') }, reading);
}

function readParameters(parameters: unknown, outer: Place, reading: Reading): void {
  listOf(parameters).forEach((one, at) => {
    const place = `${outer.path}[${at}]`;
    if (leaveOut(one, outer, reading, ['resource', 'part']) || !isObject(one)) return;
    const inner = { ...outer, fullUrl: undefined, depth: outer.depth + 1 };
    if (one.resource !== undefined) readValue(one.resource, { ...inner, path: `${place}.resource` }, reading);
    if (outer.depth <= DEEPEST) readParameters(one.part, { ...inner, path: `${place}.part` }, reading);
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
