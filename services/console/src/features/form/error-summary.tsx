import { useEffect, useRef } from 'react';
import { useSpeech } from '../../words/speech-context.tsx';
import { fieldId } from './form-fields.tsx';
import type { Message } from './use-event-form.ts';

/** Everything that is wrong, at the top of the form, each with a way to its field. */
export function ErrorSummary({ messages, attempt }: { messages: readonly Message[]; attempt: number }) {
  const { say } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: focused once per attempt to send
  useEffect(() => {
    box.current?.focus();
  }, [attempt]);
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
