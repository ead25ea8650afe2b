import type { FamilyPage } from '@kaerimichi/contracts';
import { readinessItems } from '@kaerimichi/discharge';
import { type FormEvent, useId, useState } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { FamilyProblem } from './family-problem.tsx';
import { FamilyText } from './family-text.tsx';
import { Said, SaidCode } from './said.tsx';
import { useDecide, useFamilyText } from './use-family.ts';

const MOST = 1000;

type Own = NonNullable<NonNullable<FamilyPage['readiness']>['own']>;

/** 自分だけの答え: read by nobody else, whoever asks. */
export function FamilyPrivate({ page, own }: { readonly page: FamilyPage; readonly own: Own }) {
  const { language } = useSpeech();
  const text = useFamilyText();
  const today = useToday();
  const id = useId();
  const { decide, isBusy, error } = useDecide(page.case);
  const [item, setItem] = useState<string>(readinessItems[0]);
  const [written, setWritten] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (written.trim() === '' || isBusy) return;
    const sent = await decide({ type: 'readiness.keptPrivate', readinessItem: item, own: written });
    if (sent.ok) setWritten('');
  };
  return (
    <section className="stack" aria-labelledby={`${id}-private`}>
      <h3 id={`${id}-private`}>
        <Said of="ownTitle" />
      </h3>
      <p>
        <Said of="ownPromise" />
      </p>
      <form className="stack" noValidate onSubmit={event => void submit(event)}>
        <p className="stack-tight">
          <label htmlFor={id}>
            <Said of="ownAbout" />
          </label>
          <select
            id={id}
            className="input"
            aria-label={text('ownAbout')}
            value={item}
            onChange={event => setItem(event.target.value)}
          >
            {readinessItems.map(one => (
              <option key={one} value={one}>
                {text(`readinessItem.${one}`)}
              </option>
            ))}
          </select>
        </p>
        <FamilyText of="ownWords" most={MOST} value={written} onChange={setWritten} />
        <p>
          <Button
            type="submit"
            kind="primary"
            aria-label={text('ownKeep')}
            isBusy={isBusy}
            whyNot={written.trim() === '' ? <Said of="stayWriteFirst" /> : undefined}
          >
            <Said of="ownKeep" />
          </Button>
        </p>
        <FamilyProblem error={error} />
      </form>
      <ul className="stack-tight family-diary">
        {own.map(one => (
          <li key={`${one.item} ${one.on} ${one.text}`}>
            <p>
              <b>
                <SaidCode kind="readinessItem" id={one.item} />
              </b>{' '}
              {shortDay(one.on, language, today)}
            </p>
            <p>{one.text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
