import type { FamilyPage } from '@kaerimichi/contracts';
import { type FormEvent, useId, useState } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { parseWhole } from '../../parts/parse-whole.ts';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { FamilyProblem } from './family-problem.tsx';
import { FamilyText } from './family-text.tsx';
import { Said } from './said.tsx';
import { useDecide, useFamilyText } from './use-family.ts';

const LEVELS = [1, 2, 3, 4, 5] as const;
const MOST = 2000;

/** 家でのようす: six short questions a month, three and six months after the child came home. */
export function FamilyFollowUp({ page }: { page: FamilyPage }) {
  const { language } = useSpeech();
  const today = useToday();
  const { followUp } = page;
  if (!followUp) return null;
  const { answer, point } = followUp;
  return (
    <section className="panel stack" aria-labelledby="family-follow-up">
      <h2 id="family-follow-up">
        <Said of="followTitle" />
      </h2>
      {answer ? (
        <p>
          <Said of="followThanks" places={{ day: shortDay(answer.on, language, today) }} />
        </p>
      ) : (
        <Questions page={page} point={point} />
      )}
    </section>
  );
}

type Props = { readonly page: FamilyPage; readonly point: NonNullable<FamilyPage['followUp']>['point'] };

function Questions({ page, point }: Props) {
  const { decide, isBusy, error } = useDecide(page.case);
  const text = useFamilyText();
  const [sleep, setSleep] = useState('');
  const [visits, setVisits] = useState('');
  const [fatigue, setFatigue] = useState<number | null>(null);
  const [wantsCall, setWantsCall] = useState(false);
  const [going, setGoing] = useState('');
  const [worry, setWorry] = useState('');
  const [sleepHours, unplannedVisits] = [parseWhole(sleep, ''), parseWhole(visits, '')];
  const isWhole = isWithin(sleepHours, 24) && isWithin(unplannedVisits, 99) && fatigue !== null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isWhole || isBusy) return;
    const words = { ...(going.trim() ? { going } : {}), ...(worry.trim() ? { worry } : {}) };
    void decide({ type: 'followUp.familyAnswered', point, sleepHours, fatigue, unplannedVisits, wantsCall, ...words });
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <p>
        <Said of="followAsk" />
      </p>
      <Count of="followSleep" value={sleep} onChange={setSleep} />
      <fieldset className="family-ratings">
        <legend>
          <Said of="followFatigue" />
        </legend>
        {LEVELS.map(level => (
          <Button
            key={level}
            kind={level === fatigue ? 'primary' : 'plain'}
            aria-pressed={level === fatigue}
            aria-label={text(`tired.${level}`)}
            onClick={() => setFatigue(level)}
          >
            <Said of={`tired.${level}`} />
          </Button>
        ))}
      </fieldset>
      <Count of="followVisits" value={visits} onChange={setVisits} />
      <FamilyText of="followGoing" most={MOST} value={going} onChange={setGoing} />
      <FamilyText of="followWorry" most={MOST} value={worry} onChange={setWorry} />
      <label className="check">
        <input
          type="checkbox"
          aria-label={text('followCall')}
          checked={wantsCall}
          onChange={event => setWantsCall(event.target.checked)}
        />
        <span>
          <Said of="followCall" />
        </span>
      </label>
      <p>
        <Button
          type="submit"
          kind="primary"
          aria-label={text('followSend')}
          isBusy={isBusy}
          whyNot={isWhole ? undefined : <Said of="followFirst" />}
        >
          <Said of="followSend" />
        </Button>
      </p>
      <FamilyProblem error={error} />
    </form>
  );
}

const isWithin = (number: number | null, most: number): number is number =>
  number !== null && number >= 0 && number <= most;

type CountProps = {
  readonly of: 'followSleep' | 'followVisits';
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function Count({ of, value, onChange }: CountProps) {
  const text = useFamilyText();
  const id = useId();
  return (
    <p className="stack-tight">
      <label htmlFor={id}>
        <Said of={of} />
      </label>
      <input
        id={id}
        className="input input-short"
        aria-label={text(of)}
        inputMode="numeric"
        autoComplete="off"
        value={value}
        onChange={event => onChange(event.target.value)}
      />
    </p>
  );
}
