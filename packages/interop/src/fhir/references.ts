import type { Found } from './found.ts';
import { isObject, objects, text } from './json.ts';

/** Finds what a reference names within the same input: by full URL, by type and id, or by identifier. */
export type References = { find(reference: unknown): Found | undefined };

const typeAndId = /(?:^|\/)([A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64})(?:\/_history\/.*)?$/;

export function indexReferences(found: readonly Found[]): References {
  const known = new Map<string, Found>();
  const put = (key: string, one: Found) => {
    if (!known.has(key)) known.set(key, one);
  };
  for (const one of found) {
    const type = String(one.resource.resourceType);
    if (one.fullUrl) put(one.fullUrl, one);
    const id = text(one.resource.id);
    if (id) put(`${type}/${id}`, one);
    for (const { system, value } of objects(one.resource.identifier))
      put(`${type}?identifier=${text(system) ?? ''}|${text(value) ?? ''}`, one);
  }
  const byText = (reference: string) => known.get(reference) ?? known.get(typeAndId.exec(reference)?.[1] ?? '');
  return {
    find(value) {
      if (!isObject(value)) return undefined;
      const reference = text(value.reference);
      if (reference) return byText(reference) ?? known.get(decoded(reference));
      const { system, value: number } = isObject(value.identifier) ? value.identifier : {};
      const type = text(value.type) ?? 'Patient';
      return known.get(`${type}?identifier=${text(system) ?? ''}|${text(number) ?? ''}`);
    },
  };
}

/** A conditional reference may be percent-encoded; a stray percent sign or broken bytes leave it as it is. */
function decoded(reference: string): string {
  try {
    return decodeURI(reference);
  } catch {
    return reference;
  }
}

/** The patient a resource is about, in whichever field its kind keeps it. */
export function subjectOf(resource: Found['resource']): unknown {
  return resource.subject ?? resource.patient ?? resource.beneficiary ?? resource.individual;
}
