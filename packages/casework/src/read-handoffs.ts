import { tokyoDay } from '@kaerimichi/discharge';
import { eventDefinitions } from '@kaerimichi/discharge/chart';
import { assembleHandoff } from './assemble-handoff.ts';
import type { CaseworkPorts } from './casework.ts';
import { readerOf } from './entry-kind.ts';
import type { HandoffsSeen } from './handoff-seen.ts';
import { accepted, type Outcome, type RequestMeta, refused } from './outcome.ts';
import type { SignedIn } from './ports.ts';
import { type ProposedSection, proposeHandoff, proposingTypes } from './propose-handoff.ts';
import { openedCase, sendable } from './view-case.ts';
import { readWritten } from './written.ts';

type Question = { readonly who: SignedIn; readonly caseId: string; readonly meta: RequestMeta };

const types = eventDefinitions.map(({ type }): string => type).filter(type => type.startsWith('handoff.'));

/** Every handoff of a case that this person may read: of its own house all, else what is addressed to its organisation. */
export async function readHandoffs(ports: CaseworkPorts, question: Question): Promise<Outcome<HandoffsSeen>> {
  const seen = await openedCase(ports, { ...question, what: 'handoffs' });
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

/** A text for each section from what is recorded of a case, for whoever may compose a handoff of it. */
export async function readProposal(
  ports: CaseworkPorts,
  question: Question,
): Promise<Outcome<readonly ProposedSection[]>> {
  const seen = await openedCase(ports, { ...question, what: 'handoffs' });
  if (!seen.ok) return seen;
  const { loaded, access } = seen.answer;
  if (!sendable({ viewer: question.who.viewer, access }, loaded).includes('handoff.composed'))
    return refused({ code: 'not-permitted' });
  const reader = readerOf(question.who.viewer, loaded);
  const written = await readWritten(ports, { caseId: loaded.id, reader, types: proposingTypes });
  return accepted(proposeHandoff({ facts: loaded.facts, written }, tokyoDay(ports.clock.now())));
}
