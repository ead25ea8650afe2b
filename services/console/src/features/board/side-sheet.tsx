import type { Card } from '@kaerimichi/contracts';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useCase, useCaseWatch, useLastEvents, useTransitions } from '../../api/queries.ts';
import { useLookingAt } from '../../app/use-looking-at.ts';
import { mayMove, mayWaive, useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { CaseName } from '../../parts/case-name.tsx';
import { NeedTags } from '../../parts/chips.tsx';
import { ConditionList } from '../../parts/condition-list.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ThreeFacts } from '../../parts/three-facts.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import './side-sheet.css';
import { ContactList } from '../case/contact-list.tsx';
import { HoldList } from '../case/hold-list.tsx';
import { TimelineList } from '../case/timeline-list.tsx';
import { isWayKept } from '../case/withheld.ts';
import { MoveButton } from '../move/move-button.tsx';
import { nextFix } from '../move/next-fix.ts';
import { WhoIsHere } from './who-is-here.tsx';

type Props = {
  readonly card: Card;
  readonly onClose: () => void;
  readonly onMove: () => void;
};

const LAST_EVENTS = 5;

/** One case beside the board: who, what is next, what is missing, what happened last. The board stays usable. */
export function SideSheet({ card, onClose, onMove }: Props) {
  const { say } = useSpeech();
  const { me, pathway } = useWorkplace();
  const box = useRef<HTMLDivElement>(null);
  const { id } = card;
  useLookingAt(card);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another case is another sheet
  useEffect(() => {
    box.current?.focus();
  }, [id]);
  return (
    <div
      className="side-sheet"
      role="dialog"
      aria-modal="false"
      aria-labelledby="side-title"
      tabIndex={-1}
      ref={box}
      onKeyDown={event => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <header className="side-head">
        <h2 id="side-title" className="row">
          <CaseName card={card} />
        </h2>
        <Button isSmall kind="quiet" onClick={onClose}>
          {say('common.close')}
        </Button>
      </header>
      <div className="side-body stack">
        <WhoIsHere caseId={id} />
        <NeedTags needs={card.needs} most={20} />
        <SideFacts card={card} />
        <p className="row">
          {mayMove(me, pathway) && <MoveButton caseId={id} stage={card.stage} onMove={onMove} />}
          <Link className="button" to={`/cases/${id}`}>
            {say('board.openPage')}
          </Link>
        </p>
        <SideConditions card={card} />
        <SideContacts id={id} />
        <SideHistory id={id} version={card.version} />
      </div>
    </div>
  );
}

function SideFacts({ card }: { card: Card }) {
  const view = useCase(card.id);
  const transitions = useTransitions(card.id);
  const fix = nextFix({ next: card.next, transitions: transitions.data ?? [], can: view.data?.can ?? [] });
  const holds = view.data && <HoldList view={view.data} />;
  return <ThreeFacts card={card} fix={fix} holds={holds} isKept={view.data && isWayKept(view.data)} />;
}

function SideConditions({ card }: { card: Card }) {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  useCaseWatch(card.id);
  const view = useCase(card.id);
  const transitions = useTransitions(card.id);
  const forward = transitions.data?.find(transition => transition.forward);
  if (transitions.error) return <ProblemNote error={transitions.error} onRetry={() => void transitions.refetch()} />;
  const can = view.data?.can ?? [];
  return (
    <>
      {can.includes('hold.added') && (
        <p className="row">
          <Link to={`/cases/${card.id}/record/hold.added`}>{say('hold.add')}</Link>
          {can.includes('note.added') && <Link to={`/cases/${card.id}/record/note.added`}>{say('note.add')}</Link>}
        </p>
      )}
      {forward && (
        <section className="stack-tight">
          <h3>
            {say('condition.title', { done: forward.done.length, all: forward.done.length + forward.reasons.length })}
          </h3>
          <ConditionList
            caseId={card.id}
            lead={card.lead}
            done={forward.done}
            reasons={forward.reasons}
            canWaive={mayWaive(me, can)}
          />
        </section>
      )}
    </>
  );
}

/** Whom to call. Of a case of which only the number is shared there is nobody to name. */
function SideContacts({ id }: { id: string }) {
  const { code } = useSpeech();
  const { data: view } = useCase(id);
  if (!view || view.class === 'numberOnly') return null;
  return (
    <section className="stack-tight">
      <h3>{code('fact', 'contacts')}</h3>
      <ContactList view={view} />
    </section>
  );
}

function SideHistory({ id, version }: { id: string; version: number }) {
  const { say } = useSpeech();
  const history = useLastEvents(id, { version, most: LAST_EVENTS });
  if (history.error) return <ProblemNote error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return null;
  return (
    <section className="stack-tight">
      <h3>{say('timeline.last')}</h3>
      <TimelineList events={history.data} caseId={id} />
    </section>
  );
}
