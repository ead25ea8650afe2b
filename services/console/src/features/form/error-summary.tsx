import { useSpeech } from '../../words/speech-context.tsx';
import { fieldId } from './form-fields.tsx';
import type { Message } from './use-event-form.ts';
import { useInSight } from './use-in-sight.ts';

type Props = {
  readonly messages: readonly Message[];
  /** How many answers have arrived: with each the summary takes the focus. */
  readonly answers: number;
};

/** Everything that is wrong, at the top of the form, each with a way to its field. */
export function ErrorSummary({ messages, answers }: Props) {
  const { say } = useSpeech();
  const box = useInSight(answers);
  if (messages.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{say('form.faults', { n: messages.length })}</h2>
      <ul>
        {messages.map(({ path, text, label }) => (
          <li key={`${path} ${text}`}>
            <a
              href={`#${fieldId(path)}`}
              onClick={event => {
                event.preventDefault();
                document.getElementById(fieldId(path))?.focus();
              }}
            >
              {label ? say('form.faultAt', { label, text }) : text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
