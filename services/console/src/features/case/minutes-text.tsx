import type { CaseView } from '@kaerimichi/contracts';
import { useEntry } from '../../api/queries.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { draftedSeq } from './drafted-seq.ts';

type Props = { readonly view: CaseView; readonly conferenceId: unknown };

/** The minutes that are about to be approved, as written last; nobody signs what is not in front of them. */
export function MinutesText({ view, conferenceId }: Props) {
  const seq = draftedSeq(view, conferenceId);
  return seq === null ? null : <Minutes caseId={view.id} seq={seq} />;
}

function Minutes({ caseId, seq }: { readonly caseId: string; readonly seq: number }) {
  const { say, code } = useSpeech();
  const entry = useEntry(caseId, seq);
  return (
    <section className="panel stack-tight" aria-labelledby="minutes-text">
      <h2 id="minutes-text">{code('fact', 'minutes')}</h2>
      {entry.isPending && (
        <p className="muted" role="status">
          {say('common.loading')}
        </p>
      )}
      <ProblemNote error={entry.error} onRetry={() => void entry.refetch()} />
      {entry.data !== undefined && <p className="as-written">{entry.data?.texts?.minutes ?? say('part.unsaid')}</p>}
    </section>
  );
}
