import { beforeRegistration, type CaseState, type Decision } from '../decide.ts';
import { type CaseEvent, completeEvent } from '../event.ts';
import { eventsByType, isMove } from '../events.ts';
import { emptyFacts } from '../facts.ts';
import type { PastEvent } from '../fold-facts.ts';
import { decideNext } from '../redecide.ts';
import { instantOf, type ScriptEvent, toCaseEvent } from './script.ts';

/** Day 0 of every script, where no other is given. */
export const START = '2026-01-05';

type Step = { readonly sent: ScriptEvent; readonly event: CaseEvent; readonly decision: Decision };

/** What has happened to a case so far. */
export type Walk = {
  readonly steps: readonly Step[];
  readonly past: readonly PastEvent[];
  readonly before: ReadonlyMap<number, CaseState>;
  readonly state: () => CaseState;
};

/** A case from its first event on: every script event is decided as it comes, and counts when accepted. */
export function createWalk(startsOn: string, from?: Walk) {
  const steps: Step[] = [...(from?.steps ?? [])];
  const walked = {
    state: from?.state() ?? beforeRegistration(emptyFacts('')),
    past: [...(from?.past ?? [])],
    before: new Map(from?.before),
  };

  function send(sent: ScriptEvent): Decision {
    const seq = walked.past.length + 1;
    const instant = instantOf(sent, startsOn, walked.past.at(-1)?.event.at ?? null);
    const parsed = toCaseEvent(sent, { startsOn, seq, instant });
    const definition = eventsByType.get(parsed.type);
    const event = definition ? completeEvent(definition, walked.state.facts, parsed) : parsed;
    const decision = decideNext(walked, event);
    steps.push({ sent, event, decision });
    if (!decision.ok) return decision;
    if (isMove(event.type)) walked.before.set(seq, walked.state);
    walked.state = decision.state;
    walked.past.push({ event, stage: decision.position.stage });
    return decision;
  }

  /** Sends an event that must be accepted, or refused for the reason that the script names. */
  function must(sent: ScriptEvent): void {
    const decision = send(sent);
    const code = decision.ok ? undefined : decision.reasons[0]?.code;
    if (code !== sent.refused)
      throw new Error(`${sent.type} on day ${sent.day}: ${code ?? 'accepted'}, not ${sent.refused ?? 'accepted'}`);
  }
  return {
    steps: steps as readonly Step[],
    past: walked.past as readonly PastEvent[],
    before: walked.before as ReadonlyMap<number, CaseState>,
    state: () => walked.state,
    send,
    must,
  };
}

/** Codes of the reasons for which an event was refused; none when it was accepted. */
export const codesOf = (decision: Decision): string[] => (decision.ok ? [] : decision.reasons.map(({ code }) => code));
