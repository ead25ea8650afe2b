import type { FieldSpec } from './schema.ts';

/**
 * Path of the field that shows a fault: the innermost field of the form on the way to where a server found it
 * (`needs.2` stands beside `needs`, `givers.0.surprise` beside `givers`); null where the form has no such field.
 */
export function placeOf(fields: readonly FieldSpec[], path: string): string | null {
  const [name = '', ...rest] = path.split('.');
  const field = fields.find(one => one.name === name);
  if (!field) return null;
  if (!('fields' in field)) return name;
  const row = field.kind === 'rows' ? rest.slice(0, 1) : [];
  const inner = placeOf(field.fields, rest.slice(row.length).join('.'));
  return inner === null ? name : [name, ...row, inner].join('.');
}
