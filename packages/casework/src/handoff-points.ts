import type { CaseEvent, CaseFacts } from '@kaerimichi/discharge';
import { handoffSectionIds, type PaperAnswer, teachBack } from '@kaerimichi/discharge';
import type { Act, PaperSeen, ReviewSeen, SaidBackSeen } from './handoff-seen.ts';
import type { Written } from './written.ts';

type Fact = CaseFacts['handoffs'][number];

const actOf = ({ at, by }: CaseEvent): Act => ({ at, person: by.person, org: by.org });

/** What is asked to be said back, each with the newest answer; what was talked over since stands beside it. */
export const saidBackOf = (fact: Fact | undefined, own: readonly Written[]): SaidBackSeen[] =>
  (fact?.teachBack ?? []).map(({ topic, section, said, check }) => {
    const of = (type: string) => own.findLast(({ event }) => event.type === type && event.body.topic === topic);
    const answer = said ? of('handoff.taughtBack') : undefined;
    const { minutes } = answer?.event.body ?? {};
    return {
      topic,
      section,
      question: teachBack[topic].question,
      said: said ?? null,
      check: check ?? null,
      by: answer ? actOf(answer.event) : null,
      text: answer?.texts.inOwnWords ?? null,
      minutes: typeof minutes === 'number' ? minutes : null,
      heard: check ? (of('handoff.talkedOver')?.texts.heard ?? null) : null,
    };
  });

/** What the receiver said after the first visit; null: nothing yet. */
export function reviewOf(fact: Fact | undefined, own: readonly Written[]): ReviewSeen | null {
  const said = own.findLast(({ event }) => event.type === 'handoff.reviewed');
  if (!said) return null;
  const { informed, differed } = said.event.body;
  const named: readonly unknown[] = Array.isArray(differed) ? differed : [];
  const answer = own.findLast(({ event }) => event.type === 'handoff.reviewAnswered' && event.seq > said.event.seq);
  return {
    by: actOf(said.event),
    informed: String(informed),
    differed: handoffSectionIds.filter(id => named.includes(id)),
    difference: said.texts.difference ?? null,
    trouble: said.texts.trouble ?? null,
    wantsReply: fact?.review?.wantsReply ?? false,
    reply: answer ? { by: actOf(answer.event), text: answer.texts.reply ?? null } : null,
  };
}

/** What was said of the printed version, oldest first. */
export const paperOf = (own: readonly Written[]): PaperSeen[] =>
  own
    .filter(({ event }) => event.type === 'handoff.paperAcknowledged')
    .map(({ event: { at, body }, texts }) => ({
      at,
      answer: body.answer as PaperAnswer,
      way: String(body.way),
      version: Number(body.version),
      saidBy: texts.saidBy ?? null,
      heardBy: typeof body.heardBy === 'string' ? body.heardBy : null,
      saidAt: typeof body.saidAt === 'string' ? body.saidAt : null,
    }));
