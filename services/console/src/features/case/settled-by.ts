/**
 * What a link settles about a form: the entry that is corrected. An entry is chosen by what it says, at its place in the
 * history, never by a number that somebody types. Null where the link does not say which.
 */
export function settledBy(type: string, search: URLSearchParams): Readonly<Record<string, unknown>> | null {
  if (type !== 'entry.corrected') return {};
  const seq = search.get('seq') ?? '';
  return /^[1-9]\d{0,8}$/.test(seq) ? { seq: Number(seq) } : null;
}
