import type { CaseView } from '@kaerimichi/contracts';
import { useState } from 'react';
import { useSend } from '../../api/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

export type Call = {
  /** Who was called, in words that name nobody; null: nothing to ask about. */
  readonly about: string | null;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly isNoted: boolean;
  readonly ask: (about: string) => void;
  readonly answer: (how: 'reached' | 'away' | null) => void;
};

/** After a press on a telephone number, once: whether somebody answered, which becomes a note of the case. */
export function useAfterCall(view: CaseView): Call {
  const { say } = useSpeech();
  const sending = useSend();
  const [about, setAbout] = useState<string | null>(null);
  const [isNoted, setNoted] = useState(false);
  const mayNote = view.can.includes('note.added');
  async function note(how: 'reached' | 'away') {
    const text = say(how === 'reached' ? 'call.noteReached' : 'call.noteAway', { who: about ?? '' });
    const body = { type: 'note.added', note: text };
    const sent = await sending.send({ caseId: view.id, append: true, version: view.version, body });
    if (!sent.ok) return;
    setAbout(null);
    setNoted(true);
  }
  return {
    about,
    isNoted,
    isBusy: sending.isBusy,
    error: sending.error,
    // Whoever could not write it down is not asked.
    ask: who => {
      setNoted(false);
      setAbout(mayNote ? who : null);
    },
    answer: how => {
      if (how === null) setAbout(null);
      else void note(how);
    },
  };
}

/** The question, below the numbers; gone with its answer. */
export function AfterCall({ call }: { readonly call: Call }) {
  const { say } = useSpeech();
  if (call.about === null && !call.isNoted) return null;
  return (
    <li className="after-call" role="status">
      {call.about === null ? (
        <p className="small">{say('call.noted')}</p>
      ) : (
        <>
          <p className="small">{say('call.question')}</p>
          <p className="row">
            <Button isSmall isBusy={call.isBusy} onClick={() => call.answer('reached')}>
              {say('call.reached')}
            </Button>
            <Button isSmall isBusy={call.isBusy} onClick={() => call.answer('away')}>
              {say('call.away')}
            </Button>
            <Button isSmall onClick={() => call.answer(null)}>
              {say('call.skip')}
            </Button>
          </p>
          <ProblemNote error={call.error} />
        </>
      )}
    </li>
  );
}
