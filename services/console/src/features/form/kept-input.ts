type Value = string | boolean | readonly string[];
type Input = Readonly<Record<string, Value>>;

/**
 * A form as it was kept, in the shape that it has now: fields of another version are passed over, new ones are as `first`
 * has them. null: nothing of this form was kept.
 */
export function keptInput<Shape extends Input>(first: Shape, kept: unknown): Shape | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const values = new Map<string, unknown>(Object.entries(kept));
  const known = Object.entries(first).flatMap(([name, start]) => {
    const value = values.get(name);
    return isAlike(value, start) ? [[name, value] as const] : [];
  });
  return known.length > 0 ? { ...first, ...Object.fromEntries(known) } : null;
}

const isAlike = (value: unknown, start: Value): value is Value =>
  typeof start !== 'object'
    ? typeof value === typeof start
    : Array.isArray(value) && value.every(item => typeof item === 'string');
