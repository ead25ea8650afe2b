import type { FamilyPage } from '@kaerimichi/contracts';
import { type FormEvent, useId, useState } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { dayAndTime, shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { FamilyProblem } from './family-problem.tsx';
import { keepDiary, keptDiary } from './kept-diary.ts';
import { Said } from './said.tsx';
import { useDecide, useFamilyText } from './use-family.ts';

const MOST = 2000;

/** 外泊の日誌: what went well and what did not, written where the child is. */
export function FamilyStay({ page }: { page: FamilyPage }) {
  const { language } = useSpeech();
  const today = useToday();
  const { stay } = page;
  if (!stay) return null;
  const day = (on: string) => shortDay(on, language, today);
  return (
    <section className="panel stack" aria-labelledby="family-stay">
      <h2 id="family-stay">
        <Said of="stayDiary" />
      </h2>
      <p>
        <Said of={stay.isAway ? 'stayNow' : 'stayWas'} places={{ from: day(stay.from), to: day(stay.to) }} />
      </p>
      <Entry page={page} stayId={stay.id} />
      <ol className="stack-tight family-diary">
        {stay.diary.toReversed().map(({ at, isProblem, text }) => (
          <li key={at}>
            <p>
              <b>{dayAndTime(at, language, today)}</b>{' '}
              {isProblem && (
                <span className="tag tag-alert">
                  <Said of="stayProblem" />
                </span>
              )}
            </p>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What is typed stays on this telephone until it is sent, whatever happens to the page. */
function Entry({ page, stayId }: { readonly page: FamilyPage; readonly stayId: string }) {
  const { decide, isBusy, error } = useDecide(page.case);
  const say = useFamilyText();
  const id = useId();
  const [text, setText] = useState(() => keptDiary(stayId));
  const [isProblem, setProblem] = useState(false);
  const change = (typed: string) => {
    setText(typed);
    keepDiary(stayId, typed);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '' || isBusy) return;
    const sent = await decide({ type: 'trialStay.noted', stayId, isProblem, diary: text });
    if (!sent.ok) return;
    change('');
    setProblem(false);
  };
  return (
    <form className="stack" noValidate onSubmit={event => void submit(event)}>
      <label htmlFor={id}>
        <Said of="stayWrite" />
      </label>
      <textarea
        id={id}
        aria-label={say('stayWrite')}
        className="input"
        maxLength={MOST}
        value={text}
        onChange={event => change(event.target.value)}
      />
      <label className="check">
        <input
          type="checkbox"
          aria-label={say('stayHadProblem')}
          checked={isProblem}
          onChange={event => setProblem(event.target.checked)}
        />
        <span>
          <Said of="stayHadProblem" />
        </span>
      </label>
      <p>
        <Button
          type="submit"
          kind="primary"
          aria-label={say('staySend')}
          isBusy={isBusy}
          whyNot={text.trim() === '' ? <Said of="stayWriteFirst" /> : undefined}
        >
          <Said of="staySend" />
        </Button>
      </p>
      <FamilyProblem error={error} />
    </form>
  );
}
