import type { Json } from './json.ts';
import { isObject, objects } from './json.ts';

/** One resource of the input, where it stood, and how others may call it. */
export type Found = { readonly path: string; readonly resource: Json; readonly fullUrl: string | undefined };
/** Something in the input that is no resource, and why. */
export type Unread = {
  readonly path: string;
  readonly why: 'notJson' | 'notAResource' | 'emptyEntry';
  readonly id?: string;
};

export type Reading = { readonly found: Found[]; readonly unread: Unread[] };

/** Bundles within bundles are followed this far: deeper is an attack, not a file of a hospital. */
const DEEPEST = 4;

const parse = (source: string): { ok: true; value: unknown } | { ok: false } => {
  try {
    return { ok: true, value: JSON.parse(source) };
  } catch {
    return { ok: false };
  }
};

/** Every resource of a Bundle of any kind, a single resource, or NDJSON, with the path it stood at. */
export function readResources(source: string, format: 'json' | 'ndjson'): Reading {
  const reading: Reading = { found: [], unread: [] };
  const body = source.replace(/^\ufeff/, '');
  if (format === 'ndjson') readLines(body, reading);
  else {
    const parsed = parse(body);
    if (parsed.ok) readValue(parsed.value, { path: '', fullUrl: undefined, depth: 0 }, reading);
    else reading.unread.push({ path: '', why: 'notJson' });
  }
  return reading;
}

function readLines(source: string, reading: Reading): void {
  source.split('\n').forEach((line, at) => {
    if (line.trim() === '') return;
    const path = `line ${at + 1}`;
    const parsed = parse(line);
    if (parsed.ok) readValue(parsed.value, { path, fullUrl: undefined, depth: 0 }, reading);
    else reading.unread.push({ path, why: 'notJson' });
  });
}

type Place = { readonly path: string; readonly fullUrl: string | undefined; readonly depth: number };

function readValue(value: unknown, { path, fullUrl, depth }: Place, reading: Reading): void {
  if (!isObject(value) || typeof value.resourceType !== 'string') {
    reading.unread.push({ path, why: 'notAResource' });
    return;
  }
  if (value.resourceType !== 'Bundle' || depth >= DEEPEST) {
    reading.found.push({ path, resource: value, fullUrl });
    return;
  }
  const entries = Array.isArray(value.entry) ? value.entry : objects(value.entry);
  entries.forEach((entry: unknown, at: number) => {
    const place = `${path ? `${path}.` : ''}entry[${at}]`;
    if (!isObject(entry) || entry.resource === undefined) reading.unread.push({ path: place, why: 'emptyEntry' });
    else
      readValue(
        entry.resource,
        {
          path: `${place}.resource`,
          fullUrl: typeof entry.fullUrl === 'string' ? entry.fullUrl : undefined,
          depth: depth + 1,
        },
        reading,
      );
  });
}
