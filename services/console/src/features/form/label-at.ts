import type { FieldSpec } from './schema.ts';

/** Label of the field at a path (`givers.0.relation`); undefined where the form has no such field. */
export function labelAt(fields: readonly FieldSpec[], path: string): string | undefined {
  const [name, ...rest] = path.split('.').filter(part => !/^\d+$/.test(part));
  const field = fields.find(one => one.name === name);
  const inner = field && 'fields' in field && rest.length > 0 ? labelAt(field.fields, rest.join('.')) : undefined;
  return inner ?? field?.label;
}
