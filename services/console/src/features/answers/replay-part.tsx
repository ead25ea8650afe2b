import type { CaseView, Replay } from '@kaerimichi/contracts';
import { addDays, daysBetween } from '@kaerimichi/discharge';
import { useState } from 'react';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { longDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { FactsTab } from '../case/facts-tab.tsx';
import './answers.css';
import { useReplay } from './use-answers.ts';

type Props = { readonly view: CaseView };

/** これまでをたどる: any past day of the case, with what one could see of it then. Asked for when it is opened. */
export function ReplayPart({ view }: Props) {
  const { say } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="panel" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{say('replay.title')}</summary>
      {isOpen && <OpenReplay view={view} />}
    </details>
  );
}

function OpenReplay({ view }: Props) {
  const { say } = useSpeech();
  const today = useToday();
  const [on, setOn] = useState(today);
  const replay = useReplay(view, on);
  const days = replay.data?.days ?? [];
  return (
    <div className="stack-tight">
      <p className="small muted">{say('replay.about')}</p>
      <DaySlider days={days} on={on} today={today} onChoose={setOn} />
      <ProblemNote error={replay.error} onRetry={() => void replay.refetch()} />
      {replay.data && replay.data.on === on && <Then view={view} replay={replay.data} />}
    </div>
  );
}

type SliderProps = {
  readonly days: readonly string[];
  readonly on: string;
  readonly today: string;
  readonly onChoose: (on: string) => void;
};

/** A day by hand or by keys, or the next one on which something happened. */
function DaySlider({ days, on, today, onChoose }: SliderProps) {
  const { say, language } = useSpeech();
  const first = days[0] ?? today;
  const before = days.filter(day => day < on).at(-1);
  const after = days.find(day => day > on);
  return (
    <div className="stack-tight">
      <label className="stack-tight">
        <span className="field-label">{say('replay.day')}</span>
        <input
          type="range"
          className="replay-slider"
          min={0}
          max={Math.max(0, daysBetween(first, today))}
          value={Math.max(0, daysBetween(first, on))}
          aria-valuetext={longDay(on, language)}
          onChange={({ target }) => onChoose(addDays(first, Number(target.value)))}
        />
      </label>
      <p className="row">
        <Button
          isSmall
          onClick={() => before && onChoose(before)}
          whyNot={before ? undefined : say('replay.noEarlier')}
        >
          {say('replay.earlier')}
        </Button>
        <strong role="status">{longDay(on, language)}</strong>
        <Button isSmall onClick={() => after && onChoose(after)} whyNot={after ? undefined : say('replay.noLater')}>
          {say('replay.later')}
        </Button>
      </p>
    </div>
  );
}

function Then({ view, replay: { seen } }: Props & { readonly replay: Replay }) {
  const { say, pick } = useSpeech();
  const { me, pathway } = useWorkplace();
  if (!seen) return <p>{say('replay.unseen')}</p>;
  const stage = pathway.stages.find(({ id }) => id === seen.stage);
  const shown = { ...view, ...seen, deadlines: [] };
  return (
    <div className="stack-tight">
      <p>
        {say('replay.stage')} <strong>{stage ? pick(stage.label) : seen.stage}</strong>
      </p>
      {seen.conditions && <ThenConditions conditions={seen.conditions} />}
      <FactsTab view={shown} role={me.membership.role} contacts={null} source={null} />
    </div>
  );
}

type Conditions = NonNullable<NonNullable<Replay['seen']>['conditions']>;

/** What the way on asked on that day: read, not acted upon. */
function ThenConditions({ conditions: { done, reasons } }: { readonly conditions: Conditions }) {
  const { say } = useSpeech();
  return (
    <div>
      <p className="muted">{say('condition.title', { done: done.length, all: done.length + reasons.length })}</p>
      <ul className="bulleted">
        {reasons.map(({ code, text }) => (
          <li key={code}>{say('replay.open', { what: text })}</li>
        ))}
      </ul>
    </div>
  );
}
