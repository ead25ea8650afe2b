/**
 * Page on which an event is recorded: its form, but for a handoff, which is written, read and answered on pages of its own.
 * `handoffId`: which one it is about, if that is known.
 */
export function recordPath(caseId: string, type: string, handoffId?: string | null): string {
  if (!type.startsWith('handoff.')) return `/cases/${caseId}/record/${type}`;
  const all = `/cases/${caseId}/handoffs`;
  if (handoffId) return `${all}/${handoffId}${type === 'handoff.composed' ? '/revise' : ''}`;
  return type === 'handoff.composed' ? `${all}/new` : all;
}
