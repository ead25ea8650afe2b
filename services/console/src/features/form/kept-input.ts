type Input = Readonly<Record<string, string | readonly string[]>>;

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

const isAlike = (value: unknown, start: string | readonly string[]): value is string | readonly string[] =>
  typeof start === 'string'
    ? typeof value === 'string'
    : Array.isArray(value) && value.every(item => typeof item === 'string');
