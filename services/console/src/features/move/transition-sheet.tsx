import type { CaseView, Transition } from '@kaerimichi/contracts';
import { useState } from 'react';
import { isFresh, useCase, useCaseWatch, useTransitions } from '../../api/queries.ts';
import { useWorkplace } from '../../app/workplace.tsx';
import { childCalled } from '../../parts/child-words.ts';
import { ConditionList } from '../../parts/condition-list.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { KeptSheet } from '../../parts/kept-sheet.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { WhoIsHere } from '../board/who-is-here.tsx';
import { type GoAheadTo, goAheadTo, useGoAhead } from './go-ahead.ts';
import { ENDS, groupMoves } from './group-moves.ts';
import { isKept } from './is-kept.ts';
import { mayGoOn } from './may-go-on.ts';
import { meantMove } from './meant-move.ts';
import { MoveForm } from './move-form.tsx';
import './move.css';
import { columnName, stagePlace } from './stage-place.ts';

type Props = {
  readonly caseId: string;
  readonly no: string;
  /** Column on which a card was dropped. */
  readonly column?: string | undefined;
  readonly onClose: () => void;
  /** After the move; the focus goes to the moved card. */
  readonly onMoved?: (() => void) | undefined;
  /** Where a board shows the move: the sheet is away until the answer comes, and comes back with a refusal. */
  readonly goesAhead?: boolean;
};

/** One way to move a case, however it was begun: every move from here, enabled or with what is missing. */
export function TransitionSheet({ caseId, no, column, onClose, onMoved, goesAhead = false }: Props) {
  const speech = useSpeech();
  const { say } = speech;
  const view = useCase(caseId);
  const transitions = useTransitions(caseId);
  useCaseWatch(caseId);
  const canGoOn = !transitions.data || mayGoOn(transitions.data);
  const { goAhead, isAway } = useGoAhead(caseId, onMoved);
  const title = (
    <>
      {say(canGoOn ? 'move.title' : 'move.seeTitle')} <span className="unbroken">{no}</span>{' '}
      {view.data && <span>{childCalled(view.data.card, speech)}</span>}
    </>
  );
  return (
    <KeptSheet title={title} onClose={onClose} size="wide" isAway={isAway}>
      <ProblemNote
        error={view.error ?? transitions.error}
        onRetry={() => void Promise.all([view.refetch(), transitions.refetch()])}
      />
      {view.data && transitions.data && isFresh(view) && isFresh(transitions) ? (
        <>
          <WhoIsHere caseId={caseId} />
          {isKept(view.data, transitions.data) && <p>{say('move.notShared', { org: leadOf(view.data) })}</p>}
          <OthersConditions view={view.data} transitions={transitions.data} onClose={onClose} />
          {!isKept(view.data, transitions.data) && (
            <Moves
              view={view.data}
              transitions={transitions.data.filter(({ permitted }) => permitted)}
              {...{ column, onClose, onMoved }}
              goAhead={goesAhead ? goAhead : undefined}
            />
          )}
        </>
      ) : (
        !view.error && !transitions.error && <Patience look="part" />
      )}
    </KeptSheet>
  );
}

const leadOf = ({ card: { lead }, people: { orgs } }: CaseView): string => orgs[lead] ?? '';

type OthersProps = {
  readonly view: CaseView;
  readonly transitions: readonly Transition[];
  readonly onClose: () => void;
};

/** What is missing on a way that somebody else goes on: each condition with the form that supplies it. */
function OthersConditions({ view, transitions, onClose }: OthersProps) {
  const { say } = useSpeech();
  const forward = transitions.find(move => move.forward && !move.permitted);
  if (!forward) return null;
  const { reasons, done, label } = forward;
  return (
    <section className="stack-tight">
      <h3>{label}</h3>
      <p className="small">{say('move.notYours')}</p>
      {reasons.length + done.length > 0 && (
        <ConditionList
          caseId={view.id}
          lead={view.card.lead}
          canWaive={false}
          {...{ done, reasons }}
          onLeave={onClose}
        />
      )}
    </section>
  );
}

export const keyOf = ({ event, to, fixed }: Transition): string => `${event} ${to} ${JSON.stringify(fixed)}`;

type MovesProps = Pick<Props, 'column' | 'onClose' | 'onMoved'> & {
  readonly goAhead: GoAheadTo | undefined;
  readonly view: CaseView;
  readonly transitions: readonly Transition[];
};

/** The moves as they were opened, live until somebody else moves the case: no button changes under a hand. */
function Moves(props: MovesProps) {
  const { column } = props;
  const speech = useSpeech();
  const { say } = speech;
  const { pathway } = useWorkplace();
  const columnOf = (stage: string) => pathway.stages.find(({ id }) => id === stage.split('.')[0])?.column;
  const meant = (moves: readonly Transition[]) =>
    meantMove(moves, to => column !== undefined && columnOf(to) === column);
  const [chosen, setChosen] = useState(() => chosenKey(meant(props.transitions)));
  const { now, isOvertaken, look } = useOpened(props, chosen);
  const { view, transitions } = now;
  const shown = transitions.find(transition => keyOf(transition) === chosen);
  const isElsewhere = column !== undefined && column !== view.column && shown && columnOf(shown.to) !== column;
  if (transitions.length === 0) return <p>{say('move.noneHere')}</p>;
  return (
    <div className="moves">
      <fieldset className="move-list">
        <legend>{say('move.from', { stage: stagePlace(pathway, view.stage, speech) })}</legend>
        {groupMoves(transitions).map(({ name, moves }) => (
          <MoveGroup key={name ?? ''} name={name} moves={moves} shown={shown} onChoose={setChosen} />
        ))}
      </fieldset>
      {shown && (
        <div className="stack">
          {isElsewhere && <p className="note-soon">{say('move.notThere')}</p>}
          <MoveForm
            key={`${view.stage} ${keyOf(shown)}`}
            view={view}
            transition={shown}
            isOvertaken={isOvertaken}
            onLook={() => {
              setChosen(chosenKey(meant(props.transitions)));
              look();
            }}
            onClose={props.onClose}
            onMoved={props.goAhead ? undefined : props.onMoved}
            goAhead={props.goAhead && goAheadTo(props.goAhead, columnOf(shown.to))}
          />
        </div>
      )}
    </div>
  );
}

type Seen = Pick<MovesProps, 'view' | 'transitions'>;

const chosenKey = (transition: Transition | undefined): string | null => (transition ? keyOf(transition) : null);

/** What the person sees: the newest, as long as the case stands where it stood and the chosen move is still there. */
function useOpened({ view, transitions }: Seen, chosen: string | null) {
  const [opened, setOpened] = useState<Seen>({ view, transitions });
  const isThere = chosen === null || transitions.some(transition => keyOf(transition) === chosen);
  const isOvertaken = view.stage !== opened.view.stage || !isThere;
  const isNewer = view !== opened.view || transitions !== opened.transitions;
  if (!isOvertaken && isNewer) setOpened({ view, transitions });
  return { now: opened, isOvertaken, look: () => setOpened({ view, transitions }) };
}

type GroupProps = {
  /** Event whose many variants, or `ends`, are folded away; null for what stands open. */
  readonly name: string | null;
  readonly moves: readonly Transition[];
  readonly shown: Transition | undefined;
  readonly onChoose: (key: string) => void;
};

function MoveGroup({ name, moves, shown, onChoose }: GroupProps) {
  const { say } = useSpeech();
  const choices = moves.map(transition => (
    <MoveChoice
      key={keyOf(transition)}
      transition={transition}
      isVariant={moves.filter(({ event }) => event === transition.event).length > 1}
      isChosen={transition === shown}
      onChoose={() => onChoose(keyOf(transition))}
    />
  ));
  if (name === null) return choices;
  return (
    <details open={shown !== undefined && moves.includes(shown)}>
      <summary>{name === ENDS ? say('move.ends') : moves[0]?.label}</summary>
      {choices}
    </details>
  );
}

type ChoiceProps = {
  readonly transition: Transition;
  /** One of several targets of the same move: then the target is named. */
  readonly isVariant: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

function MoveChoice({ transition, isVariant, isChosen, onChoose }: ChoiceProps) {
  const { say } = useSpeech();
  const target = useTargetWords();
  const { label, enabled, reasons, forward } = transition;
  const into = useColumnInto(transition);
  return (
    <label className={isChosen ? 'move-choice move-chosen' : 'move-choice'}>
      <input type="radio" name="move" checked={isChosen} onChange={onChoose} />
      <span>
        <strong>{isVariant ? say('move.variant', { move: label, target: target(transition) }) : label}</strong>
        <span className={`small ${enabled ? 'move-ready' : 'muted'}`}>
          <Glyph name={enabled ? 'check' : 'cross'} />{' '}
          {enabled ? say('move.ready') : say('board.missing', { n: reasons.length })}
          {forward && ` · ${say('move.forward')}`}
          {into && ` · ${say('move.into', { column: into })}`}
        </span>
      </span>
    </label>
  );
}

/** The column into which a move leads, where its own words do not name it. */
function useColumnInto({ to, label, fixed }: Transition): string | undefined {
  const { pathway } = useWorkplace();
  const column = columnName(pathway, to, useSpeech());
  const isEnd = to.startsWith('closed') || fixed.how !== undefined;
  return column === undefined || isEnd || label.includes(column) ? undefined : column;
}

/** Where a move leads, in words: a stage, or the way a case is closed. */
function useTargetWords(): (transition: Transition) => string {
  const { pathway } = useWorkplace();
  const { pick, findCode } = useSpeech();
  return ({ to, fixed }) => {
    const how = typeof fixed.how === 'string' ? findCode('closing', fixed.how) : null;
    const stage = pathway.stages.find(({ id }) => id === to.split('.')[0]);
    return how ?? findCode('closing', to.replace('closed.', '')) ?? (stage ? pick(stage.label) : to);
  };
}
