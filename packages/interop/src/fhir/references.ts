import type { Found } from './found.ts';
import { identityOf } from './identity.ts';
import { isObject, objects, text } from './json.ts';

/** What a reference names within the same input; `unclear` where two different patients answer to it. */
export type References = { find(reference: unknown, from: Found): Found | 'unclear' | undefined };

const typeAndId = /(?:^|\/)([A-Z][A-Za-z]+\/[A-Za-z0-9._-]{1,64})(?:\/_history\/.*)?$/;

/** Finds by full URL, by type and id, by identifier, by a conditional reference, or within the resource that contains. */
export function indexReferences(found: readonly Found[]): References {
  const known = new Map<string, Found | 'unclear'>();
  const put = (key: string, one: Found) => {
    const before = known.get(key);
    if (before === undefined) known.set(key, one);
    else if (before !== 'unclear' && !isSamePatient(before, one)) known.set(key, 'unclear');
  };
  for (const one of found) for (const key of keysOf(one)) if (key) put(key, one);
  const byText = (reference: string) =>
    known.get(reference) ?? known.get(typeAndId.exec(reference)?.[1] ?? '') ?? known.get(conditional(reference));
  return {
    find(value, from) {
      if (!isObject(value)) return undefined;
      const reference = text(value.reference);
      if (reference?.startsWith('#')) return known.get(`${from.path}${reference}`);
      if (reference) return byText(reference) ?? byText(decoded(reference));
      if (!isObject(value.identifier)) return undefined;
      return known.get(
        identifierKey(text(value.type) ?? 'Patient', text(value.identifier.system), text(value.identifier.value)),
      );
    },
  };
}

/** Other resources answer to one name as they please (an Encounter sent twice); two children never do. */
const isSamePatient = (before: Found, one: Found): boolean =>
  before.resource.resourceType !== 'Patient' ||
  one.resource.resourceType !== 'Patient' ||
  identityOf(before).key === identityOf(one).key;

function* keysOf({ resource, fullUrl, within }: Found): Generator<string> {
  const type = String(resource.resourceType);
  const id = text(resource.id);
  if (within) {
    if (id) yield `${within.path}#${id}`;
    return;
  }
  if (fullUrl) yield fullUrl;
  if (id) yield `${type}/${id}`;
  for (const { system, value } of objects(resource.identifier)) {
    yield identifierKey(type, text(system), text(value));
    yield identifierKey(type, '*', text(value));
  }
}

const identifierKey = (type: string, system: string | undefined, value: string | undefined): string =>
  value === undefined ? '' : `${type}?identifier=${system ?? ''}|${value}`;

/** `Patient?identifier=system|value&…`, as transactions name who is perhaps already known; without a system any fits. */
function conditional(reference: string): string {
  const [type = '', query = ''] = reference.split('?', 2);
  const wanted = query.split('&').find(part => part.startsWith('identifier='));
  if (!wanted) return '';
  const value = wanted.slice('identifier='.length);
  return `${type.split('/').at(-1)}?identifier=${value.includes('|') ? value : `*|${value}`}`;
}

/** A conditional reference may be percent-encoded; a stray percent sign or broken bytes leave it as it is. */
function decoded(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}

/** The patient a resource is about, in whichever field its kind keeps it. */
export function subjectOf({ resource }: Found): unknown {
  const subject = resource.subject ?? resource.patient ?? resource.beneficiary ?? resource.individual;
  return Array.isArray(subject) ? subject[0] : subject;
}
