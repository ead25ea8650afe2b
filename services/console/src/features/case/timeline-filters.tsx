import type { HistoryEvent } from '@kaerimichi/contracts';
import { useSearchParams } from 'react-router';
import { useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { kindsIn, kindsOf, timelineKinds, withKind } from './timeline-kinds.ts';

/** What of a history is listed, kept in the address; a kind of which there is nothing is not offered unless it is chosen. */
export function TimelineFilters({ events }: { events: readonly HistoryEvent[] }) {
  const { say, code } = useSpeech();
  const { pathway } = useWorkplace();
  const [search, setSearch] = useSearchParams();
  const chosen = kindsIn(search);
  const kindOf = (type: string) => pathway.events.find(event => event.type === type)?.kind;
  const counts = new Map<string, number>();
  for (const event of events) for (const kind of kindsOf(event, kindOf)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const offered = timelineKinds.filter(kind => counts.has(kind) || chosen.includes(kind));
  if (offered.length === 0) return null;
  const clear = () => {
    const next = new URLSearchParams(search);
    next.delete('kind');
    setSearch(next, { replace: true });
  };
  return (
    <fieldset className="timeline-filters">
      <legend className="hidden-visually">{say('timeline.filter')}</legend>
      <Button isSmall aria-pressed={chosen.length === 0} onClick={clear}>
        {say('timeline.all')}
      </Button>
      {offered.map(kind => (
        <Button
          key={kind}
          isSmall
          aria-pressed={chosen.includes(kind)}
          onClick={() => setSearch(withKind(search, kind), { replace: true })}
        >
          {say('timeline.kindCount', { kind: code('timelineKind', kind), n: counts.get(kind) ?? 0 })}
        </Button>
      ))}
    </fieldset>
  );
}
