import type { CaseView } from '@kaerimichi/contracts';
import { Link } from 'react-router';
import { useSpeech } from '../../words/speech-context.tsx';

/** That a case ended because another one of the same child goes on, with the way there. */
export function MergedNote({ view: { mergedInto } }: { view: CaseView }) {
  const { say } = useSpeech();
  if (!mergedInto) return null;
  return (
    <p className="note-info">
      <Link to={`/cases/${mergedInto.id}`}>{say('case.mergedInto', { no: mergedInto.no })}</Link>
    </p>
  );
}
