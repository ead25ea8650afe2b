type Schema = {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  minItems?: number;
  minimum?: number;
  format?: string;
  pattern?: string;
  anyOf?: Schema[];
};

/** The smallest body that fits an event's JSON Schema: what a client could make from GET /pathway alone. */
export function minimalBody(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf?.[0]) return minimalBody(schema.anyOf[0]);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map(name => [name, minimalBody(schema.properties?.[name] ?? {})]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => minimalBody(schema.items ?? {}));
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    default:
      return schema.format === 'date' ? '2026-01-05' : shortText(schema.pattern);
  }
}
/** The shortest of a few texts that fits the pattern. */
const shortText = (pattern = ''): string =>
  ['x1', 'x12', 'かな', '09:30'].find(text => new RegExp(pattern, 'u').test(text)) ?? 'x1';

export type { Schema };
