import { useEntry } from '../../api/queries.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { TimelineList } from './timeline-list.tsx';

type Props = { readonly caseId: string; readonly seq: number };

/** The entry that is about to be corrected, in words, and what the correction does to it. */
export function CorrectedEntry({ caseId, seq }: Props) {
  const { say } = useSpeech();
  const entry = useEntry(caseId, seq);
  return (
    <section className="panel stack-tight" aria-labelledby="corrected-entry">
      <h2 id="corrected-entry">{say('correct.what')}</h2>
      {entry.isPending && (
        <p className="muted" role="status">
          {say('common.loading')}
        </p>
      )}
      <ProblemNote error={entry.error} onRetry={() => void entry.refetch()} />
      {entry.data === null && <p>{say('correct.none')}</p>}
      {entry.data && <TimelineList events={[entry.data]} caseId={caseId} />}
      <p>{say('correct.effect')}</p>
      <p className="small muted">{say('correct.byTwo')}</p>
    </section>
  );
}
