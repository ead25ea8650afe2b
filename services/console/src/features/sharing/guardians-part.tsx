import type { CaseView } from '@kaerimichi/contracts';
import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { type Act, GuardianRow } from './guardian-row.tsx';
import { RenewSheet, RightsSheet, WithdrawSheet } from './guardian-sheets.tsx';
import { InvitationSlip, type Slip } from './invitation-slip.tsx';
import { InviteSheet } from './invite-sheet.tsx';
import { type Guardian, useGuardians } from './use-guardians.ts';

type Acting = { readonly act: Act; readonly guardian: Guardian };

/** 家族の参加: who of the family was invited, what each sees, and the paper for another one. */
export function GuardiansPart({ view }: { view: CaseView }) {
  const { say } = useSpeech();
  const guardians = useGuardians(view.id);
  const [isInviting, setInviting] = useState(false);
  const [slip, setSlip] = useState<Slip | null>(null);
  const [acting, setActing] = useState<Acting | null>(null);
  const { data } = guardians;
  const about = acting && { caseId: view.id, guardian: acting.guardian, onClose: () => setActing(null) };
  return (
    <section className="panel stack" aria-labelledby="guardians-title">
      <h3 id="guardians-title">{say('guardians.title')}</h3>
      <p className="small muted">{say('guardians.intro')}</p>
      <ProblemNote error={guardians.error} onRetry={() => void guardians.refetch()} />
      {data?.guardians.length === 0 && <p>{say('guardians.none')}</p>}
      <ul className="stack">
        {data?.guardians.map(guardian => (
          <GuardianRow
            key={guardian.id}
            guardian={guardian}
            onAct={data.mayInvite ? act => setActing({ act, guardian }) : null}
          />
        ))}
      </ul>
      {data?.mayInvite && (
        <p>
          <Button whyNot={data.whyNot ?? undefined} onClick={() => setInviting(true)}>
            {say('guardians.invite')}
          </Button>
        </p>
      )}
      {isInviting && <InviteSheet caseId={view.id} onSlip={setSlip} onClose={() => setInviting(false)} />}
      {slip && <InvitationSlip slip={slip} onClose={() => setSlip(null)} />}
      {about && acting.act === 'withdraw' && <WithdrawSheet {...about} />}
      {about && acting.act === 'renew' && <RenewSheet {...about} onSlip={setSlip} />}
      {about && acting.act === 'change' && <RightsSheet {...about} />}
    </section>
  );
}
