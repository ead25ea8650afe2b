import type { ReferralView } from '@kaerimichi/contracts';
import { declineReasons } from '@kaerimichi/discharge';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { usePageTitle } from '../../app/page-title.ts';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { CallableText } from '../case/callable-text.tsx';
import '../case/case.css';
import '../form/form.css';
import { stateWords, withheldWords } from './state-words.ts';
import { toldRows } from './told-rows.ts';
import { useDecide, useReferral } from './use-referrals.ts';

/** One referral, as its sender and its receiver read it. */
export function ReferralPage() {
  const { say } = useSpeech();
  const { id = '' } = useParams();
  const referral = useReferral(id);
  usePageTitle(say('referral.title'));
  return (
    <div className="page narrow stack">
      <p>
        <Link className="small back-link" to="/referrals">
          <Glyph name="back" /> {say('referral.title')}
        </Link>
      </p>
      <h1>{say('referral.title')}</h1>
      {referral.data ? (
        <Shown referral={referral.data} />
      ) : referral.error ? (
        <ProblemNote error={referral.error} onRetry={() => void referral.refetch()} />
      ) : (
        <Patience />
      )}
    </div>
  );
}

type Props = { readonly referral: ReferralView };

function Shown({ referral }: Props) {
  const speech = useSpeech();
  const { say, code, language } = speech;
  const today = useToday();
  const { from, to, by, sentAt, decidedAt, child } = referral;
  const sender = [by.name, code('role', by.role)].filter(Boolean).join(' ');
  return (
    <>
      <dl className="facts panel">
        <Row label={say('referral.state')}>{stateWords(referral, speech)}</Row>
        <Row label={say('referral.from')}>{from.name}</Row>
        <Row label={say('referral.by')}>{sender}</Row>
        <Row label={say('referral.to')}>{to.name}</Row>
        <Row label={say('referral.sentAt')}>{dayAndTime(sentAt, language, today)}</Row>
        {decidedAt && <Row label={say('referral.decidedAt')}>{dayAndTime(decidedAt, language, today)}</Row>}
      </dl>
      <section className="panel stack-tight" aria-labelledby="referral-told">
        <h2 id="referral-told">{say('referral.told')}</h2>
        {child ? (
          <dl className="facts">
            {toldRows(child, speech).map(([label, value]) => (
              <Row key={label} label={label}>
                <CallableText text={value} />
              </Row>
            ))}
          </dl>
        ) : (
          <p className="muted">{withheldWords(referral, speech)}</p>
        )}
      </section>
      {referral.case && (
        <p>
          <Link className="button" to={`/cases/${referral.case.id}`}>
            {say('referral.openCase', { no: referral.case.no })}
          </Link>
        </p>
      )}
      <Decision referral={referral} />
    </>
  );
}

const Row = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

function Decision({ referral: { id, can, state } }: Props) {
  const { say, code } = useSpeech();
  const decide = useDecide(id);
  const [reason, setReason] = useState<string | null>(null);
  const chosen = declineReasons.find(known => known === reason);
  if (can.length === 0) return state === 'sent' ? <p className="muted">{say('referral.onlyState')}</p> : null;
  return (
    <section className="panel stack-tight" aria-labelledby="referral-decide">
      <h2 id="referral-decide">{say('referral.decide')}</h2>
      <ProblemNote error={decide.error} />
      {can.includes('accept') && (
        <>
          <p className="small muted">{say('referral.acceptHint')}</p>
          <p className="row">
            <Link className="button button-primary" to={`/cases/new?referral=${encodeURIComponent(id)}`}>
              {say('referral.accept')}
            </Link>
            {reason === null && <Button onClick={() => setReason('')}>{say('referral.decline')}</Button>}
          </p>
        </>
      )}
      {reason !== null && (
        <>
          <ChoiceField
            label={say('referral.declineReason')}
            isRequired
            options={declineReasons.map(value => ({ value, label: code('declineReason', value) }))}
            value={reason}
            onChange={setReason}
          />
          <p>
            <Button
              isBusy={decide.isPending}
              aria-disabled={!chosen}
              onClick={() => chosen && decide.mutate({ decision: 'declined', reason: chosen })}
            >
              {say('referral.decline')}
            </Button>
          </p>
        </>
      )}
      {can.includes('withdraw') && (
        <>
          <p className="small muted">{say('referral.onlyState')}</p>
          <p>
            <Button isBusy={decide.isPending} onClick={() => decide.mutate({ decision: 'withdrawn' })}>
              {say('referral.withdraw')}
            </Button>
          </p>
        </>
      )}
    </section>
  );
}
