import type { Card, PresentPerson } from '@kaerimichi/contracts';
import { type DragEvent, type MouseEvent, memo } from 'react';
import { isAhead } from '../../app/moves-ahead.ts';
import { isMyTurn, useTurnWords, useWorkplace } from '../../app/workplace.tsx';
import { spokenNumber } from '../../parts/case-name.tsx';
import { childAge, childName } from '../../parts/child-words.ts';
import { DeadlineChip, HoldChip, NeedTags } from '../../parts/chips.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import './board-card.css';
import { Face } from './presence-stack.tsx';
import { usePresenceWords } from './who-is-here.tsx';

export type CardHandlers = {
  readonly onOpen: (id: string) => void;
  readonly onMove: (id: string) => void;
  readonly onDragStart: (event: DragEvent, id: string) => void;
  readonly onDragEnd: () => void;
};

type Props = {
  readonly card: Card;
  readonly density: 'compact' | 'normal' | 'detailed';
  readonly today: string;
  /** What is to be done next, in words. */
  readonly next: string;
  /** Names of the organisations that carry the case, joined. */
  readonly owners: string;
  /** Whether this person may move any case at all. */
  readonly isMovable: boolean;
  readonly isChanged: boolean;
  /** It was not there when this person looked last. */
  readonly isNew: boolean;
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
  /** Who else has the case open. */
  readonly here: readonly PresentPerson[] | undefined;
  readonly handlers: CardHandlers;
};

/** One child on the board: what is next, what blocks it, whose turn it is. */
export const BoardCard = memo(function BoardCard(props: Props) {
  const { card, density, today, isOpen, isChanged, handlers } = props;
  const { say } = useSpeech();
  const isFull = density !== 'compact';
  const classes = ['card', `card-${density}`];
  if (card.holds.length > 0) classes.push('card-held');
  if (isOpen) classes.push('card-open');
  if (isChanged) classes.push('card-changed');
  if (isAhead(card)) classes.push('card-ahead');
  return (
    <article
      className={classes.join(' ')}
      aria-labelledby={`card-${card.id}`}
      data-case={card.id}
      data-version={card.version}
      draggable={props.isMovable}
      onDragStart={event => handlers.onDragStart(event, card.id)}
      onDragEnd={handlers.onDragEnd}
    >
      {isAhead(card) && <p className="card-sending">{say('board.sending')}</p>}
      <p className="card-top">
        <CaseNumber no={card.no} />
        <DeadlineChip on={card.due?.on} today={today} />
      </p>
      <div className="card-head">
        <CardName {...props} />
        {props.isMovable && <MoveButton {...props} />}
      </div>
      {isFull && <NeedTags needs={card.needs} most={density === 'detailed' ? 20 : 4} />}
      {isFull && <CardFacts {...props} />}
      {density === 'detailed' && <CardMore card={card} owners={props.owners} />}
      <p className="card-foot">
        <Conditions done={card.cond.done} all={card.cond.all} />
        {props.here && <CardFaces id={card.id} people={props.here} />}
        {density === 'normal' && <Owners names={props.owners} />}
      </p>
    </article>
  );
});

function CaseNumber({ no }: { no: string }) {
  const { say } = useSpeech();
  return (
    <span className="case-no">
      <span className="hidden-visually">{say('case.numberSpoken', { no: spokenNumber(no) })}</span>
      <span aria-hidden="true">{no}</span>
    </span>
  );
}

/** The heading link is stretched over the whole card. Not the router's: those are all drawn anew with every address. */
function CardName({ card, today, isCurrent, isChanged, isNew, here, handlers }: Props) {
  const speech = useSpeech();
  const { say, language, findCode } = speech;
  const name = childName(card, speech);
  const age = childAge(card, speech, today);
  const flags = card.flags.flatMap(flag => findCode('flag', flag) ?? []);
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    handlers.onOpen(card.id);
  };
  return (
    <h4 className="card-name">
      <a
        id={`card-${card.id}`}
        className="card-link"
        href={`/cases/${card.id}`}
        tabIndex={isCurrent ? 0 : -1}
        aria-describedby={here && hereId(card.id)}
        draggable={false}
        onClick={open}
      >
        {name ?? (
          <>
            <span className="hidden-visually">{say('case.nameless', { no: card.no })} </span>
            <span className="card-nameless">{say('board.nameless')}</span>
          </>
        )}
        {name && !card.unnamed && language === 'ja' && <span className="card-honorific">{say('case.honorific')}</span>}
      </a>
      {age && <span className="card-age">{age}</span>}
      {isChanged && <span className="mark-change">{say(isNew ? 'board.new' : 'board.changed')}</span>}
      {flags.map(flag => (
        <span className="tag" key={flag}>
          {flag}
        </span>
      ))}
    </h4>
  );
}

function MoveButton({ card, isCurrent, here, handlers }: Props) {
  const { say } = useSpeech();
  return (
    <button
      type="button"
      className="card-move"
      tabIndex={isCurrent ? 0 : -1}
      aria-label={say('board.moveCard', { no: card.no })}
      aria-describedby={here && hereId(card.id)}
      title={say('move.action')}
      onClick={() => handlers.onMove(card.id)}
    >
      <Glyph name="more" />
    </button>
  );
}

const hereId = (id: string) => `here-${id}`;

/** Rings of those who have the case open; said to readers when the card has the focus. */
function CardFaces({ id, people }: { readonly id: string; readonly people: readonly PresentPerson[] }) {
  const words = usePresenceWords()(people);
  return (
    <span className="card-faces" title={words}>
      <span id={hereId(id)} className="hidden-visually">
        {words}
      </span>
      {people.slice(0, MOST_FACES).map(person => (
        <Face key={person.id} person={person} />
      ))}
    </span>
  );
}

/** As many as fit beside dots and owners. */
const MOST_FACES = 2;

/** No line ends here: 番: never stands alone on one. */
const JOINED = '\u2060';

function CardFacts({ card, next, today }: Props) {
  const { say } = useSpeech();
  const { me, live } = useWorkplace();
  const turnWords = useTurnWords('short');
  const isMine = isMyTurn(card, me, live.now());
  const turn = turnWords(card.turn, card.lead, today);
  // The same without the days that follow it.
  const who = card.turn ? turnWords(card.turn, card.lead, card.turn.since) : '';
  return (
    <>
      {next && <p className="card-line">{say('board.next', { what: next })}</p>}
      {card.turn && (
        <p className={isMine ? 'card-line card-turn card-mine' : 'card-line card-turn'}>
          {isMine ? (
            turn
          ) : (
            <>
              {say('board.turn', { who: '' })}
              {JOINED}
              {who}
              {turn.slice(who.length)}
            </>
          )}
        </p>
      )}
      <HoldChip holds={card.holds} />
    </>
  );
}

/** くわしい: what a card has no room for else: every reason, what the deadline is of, the names of who carries the case. */
function CardMore({ card, owners }: Pick<Props, 'card' | 'owners'>) {
  const { say, code, findCode } = useSpeech();
  const due = card.due && findCode('dueKind', card.due.kind);
  const [, ...holds] = card.holds;
  return (
    <>
      {holds.length > 0 && (
        <p className="card-line">{holds.map(hold => code('code', hold.code)).join(say('common.listMark'))}</p>
      )}
      {due && <p className="card-line">{say('board.dueOf', { what: due })}</p>}
      {owners && <p className="card-line">{say('board.owners', { names: owners })}</p>}
    </>
  );
}

/** More than fit beside the figures on the narrowest card. */
const MOST_DOTS = 8;

/** Conditions of the next move as dots, or as a bar where they are many, and in figures. */
function Conditions({ done, all }: { done: number; all: number }) {
  const { say } = useSpeech();
  if (all === 0) return null;
  return (
    <span className="dots" role="img" aria-label={say('board.conditions', { done, all })}>
      {all <= MOST_DOTS ? (
        [...Array(all).keys()].map(at => <i key={at} className={at < done ? 'dot dot-done' : 'dot'} />)
      ) : (
        <i className="dots-bar">
          <i style={{ width: `${(100 * done) / all}%` }} />
        </i>
      )}
      <span>
        {done}/{all}
      </span>
    </span>
  );
}

/** Between the names of owners; no organisation has it in its name. */
export const OWNER_MARK = ' · ';

/** First letters of the organisations that carry the case; their names for readers and on hover. */
function Owners({ names }: { names: string }) {
  const { say } = useSpeech();
  if (names === '') return null;
  const initials = names.split(OWNER_MARK).map(name => [...name][0]);
  return (
    <span className="owners" title={names}>
      <span className="hidden-visually">{say('board.owners', { names })}</span>
      <span aria-hidden="true">{initials.join('・')}</span>
    </span>
  );
}
