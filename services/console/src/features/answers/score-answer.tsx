import type { ReactNode } from 'react';
import { Glyph } from '../../parts/glyph.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

type Said = { readonly code: string; readonly text: string };
type Props = {
  readonly children: ReactNode;
  /** What a person has to look at before the answer holds. */
  readonly review: readonly Said[];
  readonly notes?: readonly Said[];
  readonly source: string;
};

/** What a score comes to, what a person must still judge, and where it stands. */
export function ScoreAnswer({ children, review, notes = [], source }: Props) {
  const { say } = useSpeech();
  return (
    <div className="score-answer stack-tight" role="status">
      {children}
      {[...review, ...notes].map(({ code, text }) => (
        <p key={code} className="small">
          {review.some(other => other.code === code) && (
            <>
              <Glyph name="waived" /> <strong>{say('fees.status.needsReview')}</strong>{' '}
            </>
          )}
          {text}
        </p>
      ))}
      <p className="small muted">{say('score.source', { source })}</p>
    </div>
  );
}
