import type { Card } from '@kaerimichi/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useToday, useTurnWords, useWorkplace } from '../app/workplace.tsx';
import { nextWords } from '../features/board/columns.ts';
import { useSpeech } from '../words/speech-context.tsx';
import { DeadlineChip, HoldChip } from './chips.tsx';
import { isNumberOnly } from './is-number-only.ts';
import './three-facts.css';

type Props = {
  readonly card: Card;
  /** Address of the form that does what is next, where this person may send it. */
  readonly fix?: string | undefined;
  /** Whether the reader's role is told nothing of the way on: then nothing is not “none”. */
  readonly isKept?: boolean | undefined;
  /** More about what holds the case than its card tells. */
  readonly holds?: ReactNode;
};

/** What is next, what blocks it, whose turn it is: the same three facts wherever a case stands. */
export function ThreeFacts({ card, fix, holds, isKept = false }: Props) {
  const speech = useSpeech();
  const { say, findCode } = speech;
  const { pathway } = useWorkplace();
  const today = useToday();
  const turnWords = useTurnWords();
  const next = nextWords(pathway, card.next, speech);
  const isOutside = isNumberOnly(card);
  const nothing = say(isKept ? 'facts.notYours' : isOutside ? 'facts.notShared' : 'common.none');
  const dueKind = card.due ? findCode('dueKind', card.due.kind) : null;
  return (
    <dl className="three-facts">
      <div>
        <dt>{say('facts.next')}</dt>
        <dd>{fix && next ? <Link to={fix}>{next}</Link> : next || nothing}</dd>
      </div>
      <div>
        <dt>{say('facts.turn')}</dt>
        <dd>{isOutside || isKept ? nothing : turnWords(card.turn, card.lead, today)}</dd>
      </div>
      <div>
        <dt>{say('facts.conditions')}</dt>
        <dd>{card.cond.all === 0 ? nothing : say('facts.done', { done: card.cond.done, all: card.cond.all })}</dd>
      </div>
      <div>
        <dt>{say('facts.due')}</dt>
        <dd>
          <DeadlineChip on={card.due?.on} today={today} /> {dueKind && <span className="small muted">{dueKind}</span>}
        </dd>
      </div>
      {card.holds.length > 0 && (
        <div>
          <dt>{say('hold.title')}</dt>
          <dd>{holds ?? <HoldChip holds={card.holds} />}</dd>
        </div>
      )}
    </dl>
  );
}
