import type { Proposal } from '@kaerimichi/contracts';
import { useQuery } from '@tanstack/react-query';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { dayAndTime, shortDay, tokyoDayOf } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import type { Speech } from '../../words/words.ts';
import { useAdminWrite } from './use-admin.ts';

/** What waits for a second person: one's own proposals, and those that one may confirm. Nothing where nothing waits. */
export function ProposalsPart() {
  const { say } = useSpeech();
  const api = useApi();
  const list = useQuery({
    queryKey: ['admin', 'proposals'],
    queryFn: ({ signal }) => api.call(routes.proposals, { signal }),
  });
  const confirm = useAdminWrite((to, id: string, key) => to.call(routes.confirmProposal, { params: { id }, key }));
  const withdraw = useAdminWrite((to, id: string, key) => to.call(routes.withdrawProposal, { params: { id }, key }));
  const proposals = list.data?.proposals ?? [];
  const error = list.error ?? confirm.error ?? withdraw.error;
  if (proposals.length === 0) return <ProblemNote error={error} onRetry={() => void list.refetch()} />;
  const isBusy = confirm.isPending || withdraw.isPending;
  return (
    <section className="panel stack">
      <h2>{say('proposal.title')}</h2>
      <p>{say('proposal.why')}</p>
      <ProblemNote error={error} />
      <ul className="stack">
        {proposals.map(proposal => (
          <ProposalItem
            key={proposal.id}
            proposal={proposal}
            isBusy={isBusy}
            onConfirm={() => confirm.mutate(proposal.id)}
            onWithdraw={() => withdraw.mutate(proposal.id)}
          />
        ))}
      </ul>
    </section>
  );
}

type ItemProps = {
  readonly proposal: Proposal;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onWithdraw: () => void;
};

function ProposalItem({ proposal, isBusy, onConfirm, onWithdraw }: ItemProps) {
  const speech = useSpeech();
  const { say, language } = speech;
  const today = useToday();
  const { at, by, what, mayConfirm, notBefore } = proposal;
  const words = wordsOf(what, speech);
  const day = shortDay(tokyoDayOf(at), language, today);
  return (
    <li className="stack-tight">
      <p>{words}</p>
      <p className="small muted">{say('proposal.by', { name: by.name, org: by.org, day })}</p>
      {notBefore && <p>{say('proposal.notBefore', { at: dayAndTime(notBefore, language, today) })}</p>}
      <p className="row">
        {mayConfirm ? (
          <>
            {!notBefore && (
              <Button
                kind="primary"
                isBusy={isBusy}
                aria-label={`${say('proposal.confirm')} ${words}`}
                onClick={onConfirm}
              >
                {say('proposal.confirm')}
              </Button>
            )}
            <Button isBusy={isBusy} aria-label={`${say('proposal.turnDown')} ${words}`} onClick={onWithdraw}>
              {say('proposal.turnDown')}
            </Button>
          </>
        ) : (
          <>
            <span className="small">{say('proposal.waits')}</span>
            <Button isBusy={isBusy} aria-label={`${say('proposal.withdraw')} ${words}`} onClick={onWithdraw}>
              {say('proposal.withdraw')}
            </Button>
          </>
        )}
      </p>
    </li>
  );
}

function wordsOf(what: Proposal['what'], { say, code }: Speech): string {
  if (what.is === 'organisation')
    return say('proposal.organisation', { name: what.name, kind: code('orgKind', what.kind) });
  return say(what.is === 'person' ? 'proposal.person' : 'proposal.membership', {
    name: what.displayName,
    org: what.org,
    role: [code('role', what.role), ...what.flags.map(flag => code('memberFlag', flag))].join('・'),
  });
}
