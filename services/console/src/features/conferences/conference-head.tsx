import type { Conference } from '@kaerimichi/contracts';
import { longDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

const steps = ['date', 'agenda', 'day', 'minutes', 'confirmed'] as const;

/** Which conference, when, and how far it has come. */
export function ConferenceHead({ conference }: { conference: Conference }) {
  const { say, code, language } = useSpeech();
  const { kind, ordinal, plannedOn, heldOn, startsAt, step } = conference;
  const on = heldOn ?? plannedOn;
  const when = on ? [longDay(on, language), startsAt].filter(Boolean).join(' ') : say('conf.noDate');
  const at = steps.indexOf(step);
  return (
    <span className="conf-head">
      <strong>{say('conf.title', { kind: code('conferenceKind', kind), n: ordinal })}</strong> <span>{when}</span>
      <span className="conf-steps">
        {steps.map((name, n) => (
          <span
            key={name}
            className={n === at ? 'tag conf-step-now' : 'tag'}
            aria-current={n === at ? 'step' : undefined}
          >
            {n < at || step === 'confirmed'
              ? say('conf.stepDone', { step: say(`confStep.${name}`) })
              : say(`confStep.${name}`)}
          </span>
        ))}
      </span>
    </span>
  );
}
