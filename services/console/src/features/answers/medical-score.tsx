import { type MedicalCareItemId, medicalCareItems, watchLevels } from '@kaerimichi/contracts';
import { useState } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { SelectField } from '../../parts/choice-fields.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { parseDay } from '../../parts/parse-day.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { ScoreAnswer } from './score-answer.tsx';
import { ScoreRows } from './score-rows.tsx';
import { tick } from './tick.ts';
import { useMedicalScore } from './use-scores.ts';
import { YesNoField } from './yes-no-field.tsx';

type Id = MedicalCareItemId;
type Level = (typeof watchLevels)[number];
type Seizure = { readonly instructed: string; readonly lastAttack: string };

const rows = Object.entries(medicalCareItems).map(([id, { base, ...item }]) => ({
  ...item,
  id: id as Id,
  points: base,
}));
/** Of a row, the levels that change its points; a form asks nothing where they are all alike. */
const levelsOf = (id: Id): readonly Level[] => watchLevels.filter(level => level in medicalCareItems[id].watch);

/** 医療的ケア判定スコア from ticks, 見守り by row. */
export function MedicalScore({ begun }: { readonly begun: readonly Id[] }) {
  const { say } = useSpeech();
  const today = useToday();
  const [ticked, setTicked] = useState(begun);
  const [watch, setWatch] = useState<Readonly<Partial<Record<Id, Level>>>>({});
  const [seizure, setSeizure] = useState<Seizure>({ instructed: '', lastAttack: '' });
  const lastAttackOn = parseDay(seizure.lastAttack, today);
  const isSeizureKnown = seizure.instructed !== '' && lastAttackOn !== null && ticked.includes('seizureRescue');
  const score = useMedicalScore({
    assessedOn: today,
    items: ticked.map(id => ({ id, ...(watch[id] ? { watch: watch[id] } : {}) })),
    ...(isSeizureKnown ? { seizure: { physicianInstruction: seizure.instructed === 'yes', lastAttackOn } } : {}),
  });
  const more = (id: Id) => (
    <>
      {levelsOf(id).length > 0 && (
        <SelectField
          label={say('score.watch')}
          value={watch[id] ?? 'low'}
          onChange={level => setWatch(known => ({ ...known, [id]: watchLevels.find(one => one === level) ?? 'low' }))}
          nothing={say('score.watch.low')}
          options={levelsOf(id)
            .filter(level => level !== 'low')
            .map(level => ({ value: level, label: say(`score.watch.${level}`) }))}
        />
      )}
      {id === 'seizureRescue' && <SeizureFields seizure={seizure} onChange={setSeizure} />}
    </>
  );
  return (
    <div className="stack-tight">
      <ScoreRows
        label={say('score.items')}
        rows={rows}
        ticked={ticked}
        onTick={id => setTicked(known => tick(known, id, rows))}
        more={more}
      />
      <ProblemNote error={score.error} onRetry={() => void score.refetch()} />
      {score.data && (
        <ScoreAnswer review={score.data.needsReview} notes={score.data.notes} source={score.data.source}>
          <p>
            <strong>{say('score.total', { n: score.data.total })}</strong>{' '}
            {say('score.parts', { base: score.data.base, watch: score.data.watch })}
          </p>
          <p>{say(`score.class.${score.data.class}`)}</p>
        </ScoreAnswer>
      )}
    </div>
  );
}

type SeizureProps = { readonly seizure: Seizure; readonly onChange: (seizure: Seizure) => void };

/** The note of row 14: without both it counts with a question. */
function SeizureFields({ seizure, onChange }: SeizureProps) {
  const { say } = useSpeech();
  const today = useToday();
  return (
    <>
      <YesNoField
        label={say('score.instructed')}
        value={seizure.instructed}
        onChange={instructed => onChange({ ...seizure, instructed })}
      />
      <DayField
        label={say('score.lastAttack')}
        isRequired={false}
        value={seizure.lastAttack}
        onChange={lastAttack => onChange({ ...seizure, lastAttack })}
        today={today}
      />
    </>
  );
}
