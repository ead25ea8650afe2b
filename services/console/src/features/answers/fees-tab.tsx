import type { CaseFee, CaseView } from '@kaerimichi/contracts';
import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import './answers.css';
import { AccountsNote } from './accounts-note.tsx';
import { AssumeForm } from './assume-form.tsx';
import { feesBySide } from './fee-order.ts';
import { FeePanel } from './fee-panel.tsx';
import { ScoresPart } from './scores-part.tsx';
import { type Assumed, useAssumedFees, useFees } from './use-answers.ts';

/** 算定: what the case would make payable, as a reference, condition by condition. */
export function FeesTab({ view }: { readonly view: CaseView }) {
  const { say, code } = useSpeech();
  const [assumed, setAssumed] = useState<Assumed>({});
  const isAssuming = Object.keys(assumed).length > 0;
  const recorded = useFees(view);
  const tried = useAssumedFees(view, assumed);
  const shown = isAssuming ? tried : recorded;
  const fees: readonly CaseFee[] = shown.data ?? [];
  const assume = (fact: string) => setAssumed(known => ({ ...known, [fact]: true }));
  return (
    <section className="stack">
      <h2>
        {code('tab', 'fees')} <span className="tag">{say('fees.reference')}</span>
      </h2>
      <p className="muted small">{fees[0]?.note ?? say('fees.about')}</p>
      <AccountsNote view={view} />
      <details className="panel">
        <summary>{say('fees.assume')}</summary>
        <AssumeForm assumed={assumed} onChange={setAssumed} />
      </details>
      {isAssuming && (
        <div className="note-soon row spread" role="status">
          <span>{say('fees.assuming', { n: Object.keys(assumed).length })}</span>
          <Button isSmall onClick={() => setAssumed({})}>
            {say('fees.asRecorded')}
          </Button>
        </div>
      )}
      <ScoresPart view={view} />
      <ProblemNote error={shown.error} onRetry={() => void shown.refetch()} />
      {feesBySide(fees).map(group => (
        <section key={group.side} className="stack-tight" aria-label={say(`fees.side.${group.side}`)}>
          <h3>{say(`fees.side.${group.side}`)}</h3>
          <div className="fee-list">
            {group.fees.map(fee => (
              <FeePanel key={fee.id} view={view} fee={fee} onAssume={assume} />
            ))}
          </div>
        </section>
      ))}
    </section>
  );
}
