import { visitAreas } from '@kaerimichi/discharge';
import { useRef, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { clockTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { useDeviceState } from '../offline/use-program.ts';
import type { useVisitDraft } from './use-visit-draft.ts';
import { draftFaults } from './visit-draft.ts';
import { type Before, stepCount, VisitStep } from './visit-steps.tsx';

type Props = {
  readonly own: ReturnType<typeof useVisitDraft>;
  readonly before: Before;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onFinish: () => Promise<void>;
};

/** The seven steps of a visit, one at a time; every one is reached from every other. */
export function VisitForm({ own, before, isBusy, error, onFinish }: Props) {
  const speech = useSpeech();
  const { say, language } = speech;
  const isSealed = useDeviceState().is === 'open';
  const { draft, change, keep, keptAt } = own;
  const [isTried, setTried] = useState(false);
  const faults = isTried ? draftFaults(draft) : [];
  const head = useRef<HTMLHeadingElement>(null);
  const goTo = (step: number) => {
    change({ step });
    void keep();
    // A reader begins each step at its name.
    requestAnimationFrame(() => head.current?.focus());
  };
  const finish = async () => {
    setTried(true);
    const [first] = draftFaults(draft);
    if (first) return goTo(first.step);
    await onFinish();
  };
  const { step } = draft;
  return (
    <section className="panel stack" aria-labelledby="visit-step">
      <StepList step={step} faults={faults.map(fault => fault.step)} onGo={goTo} />
      <h2 id="visit-step" ref={head} tabIndex={-1}>
        {say('visit.stepOf', { n: step + 1, all: stepCount, name: stepName(step, speech) })}
      </h2>
      {faults.length > 0 && (
        <p role="alert" className="field-error">
          {say('visit.faults', { n: faults.length })}
        </p>
      )}
      <VisitStep draft={draft} change={change} faults={faults} before={before} />
      <p className="small muted" role="status">
        {keptAt !== null && say(isSealed ? 'visit.keptHere' : 'visit.keptInTab', { at: clockTime(keptAt, language) })}
      </p>
      <ProblemNote error={error} />
      <p className="visit-foot">
        {step > 0 && <Button onClick={() => goTo(step - 1)}>{say('visit.back')}</Button>}
        {step < stepCount - 1 ? (
          <Button kind="primary" onClick={() => goTo(step + 1)}>
            {say('visit.forward')}
          </Button>
        ) : (
          <Button kind="primary" isBusy={isBusy} onClick={() => void finish()}>
            {say('visit.finish')}
          </Button>
        )}
      </p>
    </section>
  );
}

function stepName(step: number, { say, code }: ReturnType<typeof useSpeech>): string {
  const area = visitAreas[step - 1];
  if (area) return code('areas', area);
  return say(step === 0 ? 'visit.arrival' : 'visit.summary');
}

type ListProps = { readonly step: number; readonly faults: readonly number[]; readonly onGo: (step: number) => void };

function StepList({ step, faults, onGo }: ListProps) {
  const speech = useSpeech();
  return (
    <ol className="visit-steps">
      {Array.from({ length: stepCount }, (_none, at) => {
        const name = stepName(at, speech);
        const isFaulty = faults.includes(at);
        return (
          <li key={name}>
            <button
              type="button"
              className="button button-plain"
              aria-current={at === step ? 'step' : undefined}
              aria-label={speech.say(isFaulty ? 'visit.stepFaulty' : 'visit.step', { n: at + 1, name })}
              onClick={() => onGo(at)}
            >
              {at + 1}
              {isFaulty && '!'}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
