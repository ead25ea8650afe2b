/** Forms that begin at a line of マイタスク. */
export const isOfTask = (type: string): boolean => type.startsWith('task.');

/**
 * What a link settles about a form: the entry that is corrected, the task that is given away. They are chosen by what they
 * say, at their place in a history or list, never by a number that somebody types. Null where the link does not say which.
 */
export function settledBy(type: string, search: URLSearchParams): Readonly<Record<string, unknown>> | null {
  if (isOfTask(type)) {
    const task = search.get('task');
    return task && /^[\w.-]{3,120}$/.test(task) ? { task } : null;
  }
  if (type !== 'entry.corrected') return {};
  const seq = search.get('seq') ?? '';
  return /^[1-9]\d{0,8}$/.test(seq) ? { seq: Number(seq) } : null;
}
