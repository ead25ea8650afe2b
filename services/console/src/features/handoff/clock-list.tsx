import type { HandoffView } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

/** Steps that are told where they happen, at the section. */
const atSection = ['handoff.sectionConfirmed', 'handoff.composed', 'handoff.taughtBack', 'handoff.talkedOver'];

/** What happened when, and until when an answer is hoped for: both ends see the same. */
export function ClockList({ handoff }: { handoff: HandoffView }) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  const steps = handoff.clock.filter(({ step }) => !atSection.includes(step));
  return (
    <section className="panel stack-tight" aria-labelledby="handoff-clock">
      <h2 id="handoff-clock">{say('handoff.clock')}</h2>
      {steps.length === 0 && <p className="muted">{say('handoff.notSent')}</p>}
      <ol className="handoff-clock">
        {steps.map(({ step, at, name, org }) => (
          <li key={`${step} ${at}`}>
            <strong>{code('handoffStep', step)}</strong> <span>{dayAndTime(at, language, today)}</span>{' '}
            <span className="small muted">{[name, org].filter(Boolean).join(' ')}</span>
          </li>
        ))}
      </ol>
      {handoff.replyDueAt && (
        <p>{say('handoff.replyDue', { time: dayAndTime(handoff.replyDueAt, language, today) })}</p>
      )}
    </section>
  );
}
