import type { BedStrip } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

/** 空き待ち: who waits for a bed, the longest first. */
export function WaitingList({ strip: { waiting } }: { strip: BedStrip }) {
  const { say, language } = useSpeech();
  const today = useToday();
  if (waiting.length === 0) return null;
  const day = (on: string) => shortDay(on, language, today);
  return (
    <>
      <h5>{say('beds.waiting', { n: waiting.length })}</h5>
      <ol className="aftercare-list">
        {waiting.map(({ caseNo, isOwn, since, from, to }, at) => (
          <li // biome-ignore lint/suspicious/noArrayIndexKey: whoever is not named has no other name than the place in the list
            key={`${since} ${caseNo} ${at}`}
          >
            {isOwn ? <b>{say('beds.thisChild')}</b> : (caseNo ?? say('beds.another'))}{' '}
            <span className="small muted">
              {say('beds.since', { day: day(since) })}
              {from && ` ${say('beds.wishes', { from: day(from), to: to ? day(to) : '' })}`}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
