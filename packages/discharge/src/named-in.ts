import { fieldRefs } from './field-words.ts';

/** Ids of one kind that a body names, each with the path of its field. */
export type Named = { readonly path: string; readonly id: string };

/** Organisations and memberships that an event's body names: whoever keeps them says whether they exist. */
export function namedIn(body: unknown): { orgs: Named[]; members: Named[] } {
  const named = { orgs: [] as Named[], members: [] as Named[] };
  collect(body, '', named);
  return named;
}

function collect(value: unknown, path: string, named: { orgs: Named[]; members: Named[] }): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const at = path ? `${path}.${name}` : name;
    const ref = fieldRefs[name];
    if (typeof inner === 'string' && (ref === 'orgs' || ref === 'members')) named[ref].push({ path: at, id: inner });
    else if (Array.isArray(inner) && (ref === 'orgs' || ref === 'members'))
      inner.forEach((id, index) => {
        if (typeof id === 'string') named[ref].push({ path: `${at}.${index}`, id });
      });
    else collect(inner, at, named);
  }
}
