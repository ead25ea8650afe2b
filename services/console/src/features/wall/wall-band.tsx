import type { Card } from '@kaerimichi/contracts';
import { Glyph } from '../../parts/glyph.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { appointmentsOf, standing } from './wall-pages.ts';

/** More appointments than this have no room beside each other; the rest is counted. */
const MOST = 8;

/** きょう: what falls on today, and how many cases stand still for what. */
export function WallBand({ cards, today }: { cards: ReadonlyMap<string, Card>; today: string }) {
  const { say, code } = useSpeech();
  const appointments = appointmentsOf(cards.values(), today);
  const { count, reasons } = standing(cards.values());
  const rest = appointments.length - MOST;
  return (
    <section className="wall-band" aria-label={say('wall.band')}>
      <h2>{say('wall.band')}</h2>
      <ul>
        {appointments.slice(0, MOST).map(({ id, no, kind, isTomorrow }) => (
          <li key={id}>
            {code('wallDay', kind)} <strong>{no.replace(/^K-/, '')}</strong>
            {isTomorrow && say('wall.tomorrow')}
          </li>
        ))}
        {rest > 0 && <li>{say('common.andMore', { n: rest })}</li>}
        {appointments.length === 0 && <li>{say('wall.nothingToday')}</li>}
      </ul>
      <p className="wall-standing">
        <Glyph name="hold" /> {say('wall.standing', { n: count })}{' '}
        {reasons.slice(0, 5).map(({ code: reason, n }) => (
          <span key={reason}>
            {code('wallHold', reason)} {n}
          </span>
        ))}
      </p>
    </section>
  );
}
