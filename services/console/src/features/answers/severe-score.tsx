import { motorFunctions, type SevereChildItemId, severeChildItems } from '@kaerimichi/contracts';
import { useState } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { parseDay } from '../../parts/parse-day.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { longDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { ScoreAnswer } from './score-answer.tsx';
import { ScoreRows } from './score-rows.tsx';
import { tick } from './tick.ts';
import { useSevereScore } from './use-scores.ts';
import { YesNoField } from './yes-no-field.tsx';

type Id = SevereChildItemId;
const rows = Object.entries(severeChildItems).map(([id, { score, ...item }]) => ({
  ...item,
  id: id as Id,
  points: score,
}));

/** 超重症児・準超重症児 from ticks and the day since which the child is so. */
export function SevereScore({ begun }: { readonly begun: readonly Id[] }) {
  const { say, language } = useSpeech();
  const today = useToday();
  const [ticked, setTicked] = useState(begun);
  const [motor, setMotor] = useState('lying');
  const [since, setSince] = useState('');
  const [nicu, setNicu] = useState('');
  const stateSince = parseDay(since, today) ?? undefined;
  const score = useSevereScore({
    assessedOn: today,
    motorFunction: motorFunctions.find(one => one === motor) ?? 'lying',
    items: [...ticked],
    ...(stateSince ? { stateSince } : {}),
    ...(nicu ? { stateBeganInNicu: nicu === 'yes' } : {}),
  });
  const { data } = score;
  return (
    <div className="stack-tight">
      <ChoiceField
        id="score-motor"
        label={say('score.motor')}
        value={motor}
        onChange={setMotor}
        options={motorFunctions.map(one => ({ value: one, label: say(`score.motor.${one}`) }))}
      />
      <DayField
        label={say('score.since')}
        hint={say('score.sinceHint')}
        isRequired={false}
        value={since}
        onChange={setSince}
        today={today}
      />
      <YesNoField label={say('score.nicu')} value={nicu} onChange={setNicu} />
      <ScoreRows
        label={say('score.items')}
        rows={rows}
        ticked={ticked}
        onTick={id => setTicked(known => tick(known, id, rows))}
      />
      <ProblemNote error={score.error} onRetry={() => void score.refetch()} />
      {data && (
        <ScoreAnswer review={data.needsReview} source={data.source}>
          <p>
            <strong>{say('score.total', { n: data.total })}</strong> {say(`score.severe.${data.class}`)}
          </p>
          {data.earliestOn && (
            <p>
              {say(data.class === 'none' ? 'score.reachedFrom' : 'score.since.class', {
                day: longDay(data.earliestOn, language),
              })}
            </p>
          )}
        </ScoreAnswer>
      )}
    </div>
  );
}
