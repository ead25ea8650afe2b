import type { Card, CaseView } from '@kaerimichi/contracts';
import { useSpeech } from '../../words/speech-context.tsx';

/** Whose turn it is as a third person reads it: on paper and in a chart nobody is “you”. */
export function useToldTurn({ card, people }: Pick<CaseView, 'card' | 'people'>): (turn: Card['turn']) => string {
  const { say, code } = useSpeech();
  return turn => {
    if (!turn) return say('turn.nobody');
    const role = code('role', turn.role);
    const org = turn.org && turn.org !== card.lead ? people.orgs[turn.org] : undefined;
    return org ? say('turn.orgRole', { org, role }) : role;
  };
}
