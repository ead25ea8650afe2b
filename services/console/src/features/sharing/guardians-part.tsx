import type { CaseView } from '@kaerimichi/contracts';
import { useState } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { dayAndTime, shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { InvitationSlip, type Slip } from './invitation-slip.tsx';
import { InviteSheet } from './invite-sheet.tsx';
import { type Guardian, useGuardians, useWithdraw } from './use-guardians.ts';

/** States in which there is still something to take away. */
const open: readonly string[] = ['ahead', 'invited', 'expired', 'locked', 'joined'];

/** 家族の参加: who of the family was invited, what each sees, and the paper for another one. */
export function GuardiansPart({ view }: { view: CaseView }) {
  const { say } = useSpeech();
  const guardians = useGuardians(view.id);
  const [isInviting, setInviting] = useState(false);
  const [slip, setSlip] = useState<Slip | null>(null);
  const [leaving, setLeaving] = useState<Guardian | null>(null);
  const { data } = guardians;
  return (
    <section className="panel stack" aria-labelledby="guardians-title">
      <h3 id="guardians-title">{say('guardians.title')}</h3>
      <p className="small muted">{say('guardians.intro')}</p>
      <ProblemNote error={guardians.error} onRetry={() => void guardians.refetch()} />
      {data?.guardians.length === 0 && <p>{say('guardians.none')}</p>}
      <ul className="stack">
        {data?.guardians.map(guardian => (
          <Row
            key={guardian.id}
            guardian={guardian}
            onWithdraw={data.mayInvite && open.includes(guardian.state) ? () => setLeaving(guardian) : null}
          />
        ))}
      </ul>
      {data?.mayInvite && (
        <p>
          <Button whyNot={data.birthKnown ? undefined : say('guardians.notBorn')} onClick={() => setInviting(true)}>
            {say('guardians.invite')}
          </Button>
        </p>
      )}
      {isInviting && <InviteSheet caseId={view.id} onSlip={setSlip} onClose={() => setInviting(false)} />}
      {slip && <InvitationSlip slip={slip} onClose={() => setSlip(null)} />}
      {leaving && <WithdrawSheet caseId={view.id} guardian={leaving} onClose={() => setLeaving(null)} />}
    </section>
  );
}

/** A guardian as the lead speaks of it: the relation, and the name once it came. */
function useWho() {
  const { say, code } = useSpeech();
  return ({ relation: id, name }: Guardian) => {
    const relation = code('relation', id);
    return name === null ? relation : say('guardians.whoNamed', { relation, name });
  };
}

type RowProps = { readonly guardian: Guardian; readonly onWithdraw: (() => void) | null };

function Row({ guardian, onWithdraw }: RowProps) {
  const { say, code } = useSpeech();
  const who = useWho()(guardian);
  return (
    <li className="panel stack-tight">
      <p className="row">
        <b>{who}</b>
        <span className="tag">{code('guardianState', guardian.state)}</span>
        {guardian.decides && <span className="tag">{say('guardians.decides')}</span>}
      </p>
      <p className="small">{guardian.categories.map(id => code('category', id)).join(say('common.listMark'))}</p>
      <p className="small muted">
        <Times guardian={guardian} />
      </p>
      {onWithdraw && (
        <p>
          <Button isSmall aria-label={say('guardians.withdrawOf', { who })} onClick={onWithdraw}>
            {say('guardians.withdraw')}
          </Button>
        </p>
      )}
    </li>
  );
}

function Times({ guardian: { from, until, state, codeUntil, joinedAt } }: { guardian: Guardian }) {
  const { say, language } = useSpeech();
  const today = useToday();
  const day = (on: string) => shortDay(on, language, today);
  const period = until
    ? say('guardians.fromUntil', { from: day(from), until: day(until) })
    : say('guardians.open', { from: day(from) });
  const mark = joinedAt
    ? say('guardians.joinedAt', { at: dayAndTime(joinedAt, language, today) })
    : state === 'invited' || state === 'ahead'
      ? say('guardians.codeUntil', { at: dayAndTime(codeUntil, language, today) })
      : null;
  return [period, ...(mark ? [mark] : [])].join(say('common.listMark'));
}

type WithdrawProps = { readonly caseId: string; readonly guardian: Guardian; readonly onClose: () => void };

/** Says first what follows: an open page closes at once. */
function WithdrawSheet({ caseId, guardian, onClose }: WithdrawProps) {
  const { say } = useSpeech();
  const who = useWho()(guardian);
  const withdraw = useWithdraw(caseId, onClose);
  return (
    <Sheet title={say('guardians.withdrawOf', { who })} onClose={onClose}>
      <div className="stack">
        <p>{say('guardians.withdrawSure', { who })}</p>
        <ProblemNote error={withdraw.error} />
        <p className="row">
          <Button kind="danger" isBusy={withdraw.isPending} onClick={() => withdraw.mutate(guardian.id)}>
            {say('guardians.withdrawNow')}
          </Button>
          <Button onClick={onClose}>{say('common.close')}</Button>
        </p>
      </div>
    </Sheet>
  );
}
