import { type CaseFacts, tokyoDay } from '@kaerimichi/discharge';
import { eventDefinitions } from '@kaerimichi/discharge/chart';
import { assembleHandoff } from './assemble-handoff.ts';
import type { CaseworkPorts } from './casework.ts';
import { readerOf } from './entry-kind.ts';
import type { HandoffsSeen } from './handoff-seen.ts';
import { accepted, type Outcome, type RequestMeta, refused } from './outcome.ts';
import type { SignedIn } from './ports.ts';
import { type ProposedSection, proposeHandoff, proposingTypes } from './propose-handoff.ts';
import { caseWithWay, identityFor, sendable } from './view-case.ts';
import { readWritten } from './written.ts';

export type DeclinedSeen = {
  readonly facts: CaseFacts;
  /** Whoever declined. */
  readonly org: string | null;
  readonly municipality: string | null;
  readonly reason: string | null;
};

type Question = { readonly who: SignedIn; readonly caseId: string; readonly meta: RequestMeta };

const types = eventDefinitions.map(({ type }): string => type).filter(type => type.startsWith('handoff.'));

/** Every handoff of a case that this person may read: of its own house all, else what is addressed to its organisation. */
export async function readHandoffs(ports: CaseworkPorts, question: Question): Promise<Outcome<HandoffsSeen>> {
  const seen = await caseWithWay(ports, { ...question, what: 'handoffs' });
  if (!seen.ok) return seen;
  const { loaded, access } = seen.answer;
  const reader = readerOf(question.who.viewer, loaded);
  const written = await readWritten(ports, { caseId: loaded.id, reader, types });
  const can = sendable({ viewer: question.who.viewer, access }, loaded);
  const ids = [...new Set(written.map(({ event }) => String(event.body.handoffId)))];
  return accepted({
    version: loaded.version,
    no: loaded.no,
    lead: loaded.facts.lead,
    handoffs: ids.flatMap(id => assembleHandoff(id, { written, reader, can }) ?? []),
    mayCompose: can.includes('handoff.composed'),
  });
}

/** What a suggestion of others is made from, for whoever may compose a handoff of the case; of the child its town alone. */
export async function readDeclined(
  ports: CaseworkPorts,
  { handoffId, ...question }: Question & { readonly handoffId: string },
): Promise<Outcome<DeclinedSeen>> {
  const seen = await caseWithWay(ports, { ...question, what: 'handoffs' });
  if (!seen.ok) return seen;
  const { loaded, access } = seen.answer;
  const { viewer } = question.who;
  if (!sendable({ viewer, access }, loaded).includes('handoff.composed')) return refused({ code: 'not-permitted' });
  const handoff = loaded.facts.handoffs.find(({ id }) => id === handoffId);
  if (handoff?.status !== 'declined') return refused({ code: 'not-found' });
  const reader = readerOf(viewer, loaded);
  const declined = await readWritten(ports, { caseId: loaded.id, reader, types: ['handoff.declined'] });
  const reason = declined.findLast(({ event }) => event.body.handoffId === handoffId)?.event.body.declineReason;
  return accepted({
    facts: loaded.facts,
    org: handoff.org ?? null,
    municipality: identityFor(loaded.identity, reader.rights)?.municipality ?? null,
    reason: typeof reason === 'string' ? reason : null,
  });
}

/** A text for each section from what is recorded of a case, for whoever may compose a handoff of it. */
export async function readProposal(
  ports: CaseworkPorts,
  question: Question,
): Promise<Outcome<readonly ProposedSection[]>> {
  const seen = await caseWithWay(ports, { ...question, what: 'handoffs' });
  if (!seen.ok) return seen;
  const { loaded, access } = seen.answer;
  if (!sendable({ viewer: question.who.viewer, access }, loaded).includes('handoff.composed'))
    return refused({ code: 'not-permitted' });
  const reader = readerOf(question.who.viewer, loaded);
  const written = await readWritten(ports, { caseId: loaded.id, reader, types: proposingTypes });
  return accepted(proposeHandoff({ facts: loaded.facts, written }, tokyoDay(ports.clock.now())));
}
