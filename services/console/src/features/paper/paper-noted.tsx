import { useSpeech } from '../../words/speech-context.tsx';

/** What became of an answer: it is written down, or the paper was replaced; nothing else is told. */
export function PaperNoted({ isOutdated }: { readonly isOutdated: boolean }) {
  const { say } = useSpeech();
  return isOutdated ? (
    <p className="note-soon" role="alert">
      {say('paperAnswer.outdated')}
    </p>
  ) : (
    <p className="note-done" role="status">
      {say('paperAnswer.noted')}
    </p>
  );
}
