import { useState } from 'react';
import type { EventAnswer } from '../../api/send-event.ts';
import { answerPart } from './answer-part.ts';
import type { EventForm } from './use-event-form.ts';

type Asking = {
  readonly form: EventForm;
  /** Whether it is asked about once before it is sent. */
  readonly isGrave: boolean;
  readonly onSent: (answer: EventAnswer) => void;
  /** It is on its way, with nothing wrong that could be seen here. */
  readonly onSending?: (() => void) | undefined;
  /** Nothing was written. */
  readonly onRefused?: (() => void) | undefined;
};

/**
 * Sends a form; what is grave is asked about once before. `answers` counts what came back without anything written, and
 * `part` says where it stands: that part takes the focus when the answer has arrived, not while it is under way.
 */
export function useSubmit({ form, isGrave, onSent, onSending, onRefused }: Asking) {
  const [answers, setAnswers] = useState(0);
  const [isAsked, setAsked] = useState(false);
  const submit = async () => {
    if (form.sending.isBusy) return;
    if (isGrave && !isAsked && form.check()) return setAsked(true);
    setAsked(false);
    if (onSending && form.check()) onSending();
    const answer = await form.submit();
    if (answer) return onSent(answer);
    onRefused?.();
    setAnswers(now => now + 1);
  };
  const { messages, clash, sending } = form;
  return { submit, isAsked, answers, part: answerPart({ messages, clash, error: sending.error }) };
}
