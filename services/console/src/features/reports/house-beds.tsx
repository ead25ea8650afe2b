import type { HouseCounts } from '@kaerimichi/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { houseRoutes } from '../../api/house-routes.ts';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import { parseDay } from '../../parts/parse-day.ts';
import { parseWhole } from '../../parts/parse-whole.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { longDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { useAdminWrite } from '../admin/use-admin.ts';

const kinds = ['general', 'longTerm', 'child'] as const;
type Kind = (typeof kinds)[number];
const MOST_BEDS = 5_000;

/** How many beds the house has, and since when; changed by whoever administers it. */
export function HouseBeds({ house: { beds, mayKeepBeds } }: { readonly house: HouseCounts }) {
  const { say, code, language } = useSpeech();
  return (
    <div className="stack-tight">
      {beds ? (
        <p>
          {kinds
            .map(kind => say('house.bedsOf', { kind: code('houseBeds', kind), n: beds[kind] }))
            .join(say('common.listMark'))}
          <span className="small muted">
            {' '}
            {say('house.bedsFrom', { from: longDay(beds.fromOn, language), by: beds.by ?? '' })}
          </span>
        </p>
      ) : (
        <p>{say(mayKeepBeds ? 'house.noBeds' : 'house.askBeds')}</p>
      )}
      {mayKeepBeds && (
        <details>
          <summary className="house-summary">{say('house.changeBeds')}</summary>
          <BedsForm beds={beds} />
        </details>
      )}
    </div>
  );
}

function BedsForm({ beds }: Pick<HouseCounts, 'beds'>) {
  const { say, code } = useSpeech();
  const today = useToday();
  const client = useQueryClient();
  const [from, setFrom] = useState<string>(today);
  const [typed, setTyped] = useState<Readonly<Record<Kind, string>>>({
    general: String(beds?.general ?? ''),
    longTerm: String(beds?.longTerm ?? ''),
    child: String(beds?.child ?? ''),
  });
  const [isTried, setTried] = useState(false);
  const keep = useAdminWrite(
    (api, body: { fromOn: string } & Record<Kind, number>, key) => api.call(houseRoutes.keepBeds, { body, key }),
    () => void client.invalidateQueries({ queryKey: ['house'] }),
  );
  const read = Object.fromEntries(kinds.map(kind => [kind, bedsIn(typed[kind])])) as Record<Kind, number | null>;
  const fromOn = parseDay(from, today);
  const { general, longTerm, child } = read;
  const send = () => {
    setTried(true);
    if (fromOn && general !== null && longTerm !== null && child !== null)
      keep.mutate({ fromOn, general, longTerm, child });
  };
  return (
    <div className="stack">
      <ProblemNote error={keep.error} />
      {kinds.map(kind => (
        <NumberField
          key={kind}
          label={code('houseBeds', kind)}
          unit={say('house.bed')}
          error={isTried && read[kind] === null ? say('house.notWhole') : undefined}
          value={typed[kind]}
          onChange={value => setTyped({ ...typed, [kind]: value })}
        />
      ))}
      <DayField label={say('house.bedsFromOn')} today={today} value={from} onChange={setFrom} />
      <p className="row">
        <Button isBusy={keep.isPending} onClick={send}>
          {say('house.keepBeds')}
        </Button>
        <span role="status" className="small">
          {keep.isSuccess && say('house.keptBeds')}
        </span>
      </p>
    </div>
  );
}

function bedsIn(text: string): number | null {
  const number = parseWhole(text);
  return number !== null && number >= 0 && number <= MOST_BEDS ? number : null;
}
