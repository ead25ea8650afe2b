import type { CaseView } from '@kaerimichi/contracts';
import { useEffect, useRef } from 'react';
import { CaseName } from '../../parts/case-name.tsx';
import './move.css';

type Props = {
  readonly view: CaseView;
  /** What is done, where it leads, what follows: sentences. */
  readonly sentences: readonly string[];
};

/** Before what cannot be taken back: which child, what is done, what follows. */
export function Sure({ view, sentences }: Props) {
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In braces: newer browsers answer a promise here, which is nothing to clean up with.
    note.current?.closest('form')?.scrollIntoView({ block: 'end' });
  }, []);
  return (
    <div ref={note} className="move-sure note-soon stack-tight" role="alert">
      <p className="row">
        <CaseName card={view.card} />
      </p>
      {sentences.map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
