/** Whether a value is what JSON text of it reads back as, in any order of its keys; an absent field is an undefined one. */
export function isSameJson(value: unknown, read: unknown): boolean {
  if (value === read) return true;
  if (typeof value !== 'object' || typeof read !== 'object' || value === null || read === null) return false;
  if (Array.isArray(value))
    return Array.isArray(read) && value.length === read.length && value.every((item, at) => isSameJson(item, read[at]));
  if (Array.isArray(read)) return false;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  const kept = new Map(Object.entries(read));
  return (
    kept.size === fields.length && fields.every(([name, field]) => kept.has(name) && isSameJson(field, kept.get(name)))
  );
}
