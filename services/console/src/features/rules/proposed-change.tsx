import type { OverrideProposal, ToldOverride } from '@kaerimichi/contracts';
import { useState } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { shortDay, tokyoDayOf } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { useKeepRule } from './use-overrides.ts';
import { withoutPlaces } from './without-places.ts';

type Change = OverrideProposal['changes'][number];
/** Puts a change into the form of the rule set; nothing is saved by it. */
export type TakeChange = (change: Change, requirement: string) => void;

type Props = {
  readonly proposal: OverrideProposal;
  readonly told: readonly ToldOverride[];
  readonly onTake: TakeChange;
};

/** Reasons that are read before one decides; all of them stand in the register. */
const MOST_REASONS = 10;
const LONGEST_REASON = 500;

/** A condition that was passed over ten times under the rules as they are: change them, or say why not. */
export function ProposedChange({ proposal, told, onTake }: Props) {
  const { say, code, pick, language } = useSpeech();
  const today = useToday();
  const { requirement, text, count, since, changes, staysOn, approved } = proposal;
  const what = withoutPlaces(pick(text));
  const from = shortDay(tokyoDayOf(since), language, today);
  const reasons = told.flatMap(({ grants }) => grants.flatMap(({ reason }) => reason ?? []));
  return (
    <section className="panel stack override-proposal" aria-label={what}>
      <h3>{say('overrides.proposed', { what, n: count })}</h3>
      <p>
        {say('overrides.since', { from })} {say('overrides.approved', approved)}
      </p>
      {reasons.length > 0 && (
        <>
          <p>{say('overrides.reasons')}</p>
          <ul className="content-list">
            {reasons.slice(0, MOST_REASONS).map((reason, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may be the same words
              <li key={at}>{reason}</li>
            ))}
          </ul>
        </>
      )}
      {staysOn && <p>{pick(staysOn)}</p>}
      <p className="row">
        {changes.map(change => (
          <Button key={change} onClick={() => onTake(change, requirement)}>
            {code('ruleChange', change)}
          </Button>
        ))}
      </p>
      <KeepRule requirement={requirement} />
    </section>
  );
}

function KeepRule({ requirement }: { readonly requirement: string }) {
  const { say } = useSpeech();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const keep = useKeepRule(() => undefined);
  const isEmpty = reason.trim() === '';
  return (
    <details>
      <summary className="rules-summary">{say('overrides.keep')}</summary>
      <div className="stack">
        <ProblemNote error={keep.error} />
        <TextField
          label={say('overrides.keepReason')}
          hint={say('overrides.keepHint')}
          isLong
          error={isTried && isEmpty ? say('overrides.keepEmpty') : undefined}
          value={reason}
          onChange={setReason}
          input={{ maxLength: LONGEST_REASON }}
        />
        <p>
          <Button
            isBusy={keep.isPending}
            onClick={() => {
              setTried(true);
              if (!isEmpty) keep.mutate({ requirement, reason });
            }}
          >
            {say('overrides.keepSend')}
          </Button>
        </p>
      </div>
    </details>
  );
}
