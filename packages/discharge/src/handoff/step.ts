import { readsPlan } from '../consent.ts';
import { type CaseEvent, changeItem, type Objection } from '../event.ts';
import type { CaseFacts } from '../facts.ts';
import { keepRecent } from '../keep-recent.ts';
import { type HandoffStep, handoffAccepts, handoffChart } from './status.ts';
import { sideToMove } from './turn.ts';

export type Handoff = CaseFacts['handoffs'][number];

const outOfPlace = { ja: 'いまの引き継ぎの状態ではできません。', en: 'The handoff is not in a state for this.' };

/** The handoff of this id; undefined: not recorded. */
export const findHandoff = (facts: CaseFacts, id: string) => facts.handoffs.find(handoff => handoff.id === id);

/** A handoff is between the lead and its recipient; no other partner reads it, nor who was asked and said no. */
export function addressee(facts: CaseFacts, { body }: CaseEvent<{ handoffId: string }>): string | undefined {
  const handoff = findHandoff(facts, body.handoffId);
  // What never left the house concerns nobody outside it.
  return handoff?.sentSeq === undefined ? undefined : handoff.org;
}

/** Objects to a step that the handoff's chart does not have where it stands, and to a stranger to the handoff. */
export function objectionTo(step: HandoffStep, side: 'sender' | 'receiver') {
  return (facts: CaseFacts, event: CaseEvent<{ handoffId: string }>): Objection | null => {
    const handoff = findHandoff(facts, event.body.handoffId);
    const isLead = event.by.org === facts.lead;
    // To a partner a handoff to another one, one that was never sent, or one that it does not read, does not exist.
    const { org } = event.by;
    const isTheirs = handoff?.org === org && handoff.sentSeq !== undefined && readsPlan(facts, org, event.on);
    if (!handoff || !(isLead || isTheirs))
      return {
        code: 'item.unknown',
        text: { ja: 'その引き継ぎは記録されていません。', en: 'That handoff is not recorded.' },
      };
    if (!handoffAccepts(handoff.status, step))
      return { code: 'handoff.state', text: outOfPlace, params: { status: handoff.status } };
    // Outside the network nobody can answer here, so the lead records what was said on the telephone.
    const mine = side === 'sender' ? isLead : event.by.org === (handoff.org ?? facts.lead);
    return mine
      ? null
      : { code: 'handoff.side', text: { ja: '相手側の操作です。', en: 'That is for the other side to do.' } };
  };
}

/** The handoff after a step: status by its chart, plus what the step changes. */
export function afterStep(
  facts: CaseFacts,
  event: CaseEvent<{ handoffId: string }>,
  change: Partial<Handoff> = {},
): CaseFacts {
  const handoff = findHandoff(facts, event.body.handoffId);
  const status = handoff && handoffChart[handoff.status][event.type as HandoffStep];
  const next = { ...(status ? { status } : {}), ...change };
  const handoffs = changeItem(facts.handoffs, event.body.handoffId, next);
  return { ...facts, handoffs: handoffs.map(one => (one.turned && !sideToMove(one.status) ? withoutTurn(one) : one)) };
}

/** Nobody waits for an answer to what is decided. */
const withoutTurn = ({ turned: _over, ...handoff }: Handoff): Handoff => handoff;

/** Facts without the oldest of the handoffs that came to nothing, or that belong to an earlier discharge. */
export function rememberRecent(facts: CaseFacts): CaseFacts {
  const isOver = ({ status, round }: Handoff) =>
    status === 'declined' || status === 'withdrawn' || (status === 'closed' && round < facts.round);
  return { ...facts, handoffs: keepRecent(facts.handoffs, isOver) };
}
