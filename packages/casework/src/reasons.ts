import type { Refused, Unmet } from '@kaerimichi/discharge/chart';
import type { ReasonWords, Refusal } from './outcome.ts';

/** Path of the form that records an event, with the fields it may fill in; a console path (interface.md). */
export function formRoute(
  caseId: string,
  fix: { event: string; fill?: Readonly<Record<string, string>> | undefined },
): string {
  const query = new URLSearchParams(fix.fill ?? {}).toString();
  return `/cases/${caseId}/record/${fix.event}${query ? `?${query}` : ''}`;
}

export function toReason(caseId: string, unmet: Unmet): ReasonWords {
  const { code, params, text, waivable, evidence, fix, turn } = unmet;
  return {
    code,
    params,
    text,
    waivable,
    ...(evidence ? { evidence } : {}),
    ...(fix ? { fix: { route: formRoute(caseId, fix) } } : {}),
    ...(turn ? { turn } : {}),
  };
}

export function toRefusal(caseId: string, refused: Refused): Refusal {
  return {
    code: refused.kind === 'requirementsUnmet' ? 'requirements-unmet' : 'wrong-stage',
    reasons: refused.reasons.map(reason => toReason(caseId, reason)),
  };
}
