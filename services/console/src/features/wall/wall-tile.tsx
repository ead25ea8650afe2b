import { childAge, childName } from '../../parts/child-words.ts';
import { Glyph } from '../../parts/glyph.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import type { Mark } from './wall-marks.ts';
import { isUrgent, type Tile } from './wall-pages.ts';

/** One case: its number, what is urgent about it, and who it is where that may stand on a wall. */
export function WallTile({ tile, mark }: { tile: Tile; mark: Mark['kind'] | null }) {
  const speech = useSpeech();
  const { say } = speech;
  const { card } = tile;
  const [hold] = card.holds;
  const who = [childName(card, speech), childAge(card, speech, '')].filter(Boolean).join(' ');
  const hasDay = isUrgent(tile);
  const classes = ['wall-tile', hold ? 'wall-tile-held' : '', mark ? `wall-tile-${mark}` : ''];
  return (
    <li className={classes.filter(Boolean).join(' ')} data-case={card.id}>
      <p>
        <span className="wall-no" aria-label={say('wall.case', { no: numberOf(card.no) })} role="img">
          {numberOf(card.no)}
        </span>
        {mark === 'new' && <span className="wall-new">{say('wall.new')}</span>}
        {/* Why it stands still says more than a day that is far. */}
        {(hasDay || !hold) && <DueMark tile={tile} />}
        {hold && !hasDay && <HoldMark code={hold.code} />}
      </p>
      {hold && hasDay && (
        <p>
          <HoldMark code={hold.code} />
        </p>
      )}
      {who && <p className="wall-who">{who}</p>}
    </li>
  );
}

function HoldMark({ code: reason }: { code: string }) {
  const { code } = useSpeech();
  return (
    <span className="wall-hold">
      <Glyph name="hold" /> {code('wallHold', reason)}
    </span>
  );
}

const numberOf = (no: string): string => no.replace(/^K-/, '');

function DueMark({ tile: { card, deadline } }: { tile: Tile }) {
  const { say, language } = useSpeech();
  const { kind, days } = deadline;
  if (kind === 'none') return null;
  const day = card.due ? shortDay(card.due.on, language).replace(/\s?[((].*$/, '') : '';
  const inDays = say('wall.days', { days });
  // A glyph and a number, as wide as a wall has room for; whole words for whoever hears it.
  const marks = { overdue: inDays, today: say('wall.today'), soon: inDays, due: day };
  const spoken = {
    overdue: say('due.over', { days }),
    today: say('due.today'),
    soon: say('due.soon', { days }),
    due: say('due.by', { day }),
  };
  return (
    <span className={`due due-${kind}`} role="img" aria-label={spoken[kind]}>
      <Glyph name={kind} /> {marks[kind]}
    </span>
  );
}
