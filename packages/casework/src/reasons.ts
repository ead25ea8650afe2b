import { type Rights, readsWhole } from '@kaerimichi/access';
import type { Category } from '@kaerimichi/discharge';
import { type Done, type Refused, requirements, type Unmet } from '@kaerimichi/discharge/chart';
import { categoryOf, type Reader } from './entry-kind.ts';
import type { ReasonWords, Refusal } from './outcome.ts';

/** Path of the page on which an event is recorded, with the fields it may fill in; a console path (interface.md). */
export function formRoute(
  caseId: string,
  fix: { event: string; fill?: Readonly<Record<string, string>> | undefined },
): string {
  if (fix.event.startsWith('handoff.')) return handoffRoute(caseId, fix);
  const query = new URLSearchParams(fix.fill ?? {}).toString();
  return `/cases/${caseId}/record/${fix.event}${query ? `?${query}` : ''}`;
}

/** A handoff is written, read and answered on pages of its own. */
function handoffRoute(caseId: string, { event, fill }: Parameters<typeof formRoute>[1]): string {
  const all = `/cases/${caseId}/handoffs`;
  if (fill?.handoffId) return `${all}/${fill.handoffId}${event === 'handoff.composed' ? '/revise' : ''}`;
  return event === 'handoff.composed' ? `${all}/new` : all;
}

export function toReason(caseId: string, unmet: Unmet): ReasonWords {
  const { code, params, text, waivable, evidence, fix, turn } = unmet;
  return {
    code,
    params,
    text,
    waivable,
    ...(evidence ? { evidence } : {}),
    ...(fix ? { fix: { event: fix.event, route: formRoute(caseId, fix) } } : {}),
    ...(turn ? { turn } : {}),
  };
}

/** A refusal for whoever sees everything: the clock, and who registers a case. */
export function toRefusal(caseId: string, refused: Refused): Refusal {
  return {
    code: refused.kind === 'requirementsUnmet' ? 'requirements-unmet' : 'wrong-stage',
    reasons: refused.reasons.map(reason => toReason(caseId, reason)),
  };
}

/** A refusal that tells a viewer of each condition only what its categories allow. */
export const toSeenRefusal = (caseId: string, refused: Refused, reader: Reader): Refusal =>
  toRefusal(caseId, { ...refused, reasons: refused.reasons.map(reason => seenReason(reason, reader)) });

/** Category of what a condition is about: that of the event which fulfils it. */
const aboutOf = (code: string): Category => categoryOf(requirements.get(code)?.fix ?? '');

type Turn = NonNullable<Unmet['turn']>;

const isTold = (code: string, rights: Rights) => readsWhole(rights, 'plan') && readsWhole(rights, aboutOf(code));

/** Outside its categories a viewer is told that a condition is not met: no detail, no evidence, nothing filled in. */
export function seenReason(unmet: Unmet, reader: Reader): Unmet {
  const { rights } = reader;
  if (isTold(unmet.code, rights)) return withoutCandidate(unmet, reader);
  const requirement = requirements.get(unmet.code);
  const { code, waivable, turn } = unmet;
  const event = requirement?.fix ?? unmet.fix?.event;
  // What speaks against an event, whoever sent it may know; that the lead has the turn, or the own house, each card tells.
  const isOnCard = turn?.org === reader.facts.lead || turn?.org === reader.viewer.org;
  const isTurnTold = readsWhole(rights, 'plan') || (!requirement && isOnCard);
  return {
    code,
    waivable,
    params: {},
    text: requirement?.text ?? unmet.text,
    ...(event ? { fix: { event } } : {}),
    ...(turn && isTurnTold ? { turn: seenTurn(turn, reader) } : {}),
  };
}

/** Whose turn it is, but not of whom else something was asked: that is between them and the lead. */
function seenTurn(turn: Turn, { viewer, facts }: Reader): Turn {
  const isShown =
    turn.org === null ||
    [facts.lead, viewer.org].includes(turn.org) ||
    viewer.org === facts.lead ||
    facts.team.some(({ org, state }) => org === turn.org && state === 'accepted');
  return isShown ? turn : { ...turn, org: null };
}

/** Nor is the enquiry or handoff filled in that waits for another's answer. */
function withoutCandidate(unmet: Unmet, reader: Reader): Unmet {
  const { fix, turn } = unmet;
  if (!turn) return unmet;
  const seen = seenTurn(turn, reader);
  if (seen === turn) return unmet;
  return { ...unmet, params: {}, turn: seen, ...(fix ? { fix: { event: fix.event } } : {}) };
}

/** A condition that is met, with its evidence where its category is seen. */
export const seenDone = (done: Done, rights: Rights): Done => {
  const { code, how } = done;
  return isTold(code, rights) ? done : { code, how, text: requirements.get(code)?.text ?? done.text };
};
