import type { Webhook, WebhookDelivery } from '@kaerimichi/contracts';
import { Link } from 'react-router';
import { outsideRoutes } from '../../api/outside-routes.ts';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { PlainTable } from '../admin/add-form.tsx';
import { useAdminWrite } from '../admin/use-admin.ts';
import { useDeliveries } from './use-webhooks.ts';

type Props = { readonly webhook: Webhook; readonly onClose: () => void };

/** What was sent to a webhook and how that went; a trial, and another try of what was given up. */
export function DeliveriesSheet({ webhook: { id, url }, onClose }: Props) {
  const { say } = useSpeech();
  const list = useDeliveries(id);
  const trial = useAdminWrite((api, _input: undefined, key) =>
    api.call(outsideRoutes.testWebhook, { params: { id }, key }),
  );
  const again = useAdminWrite((api, { delivery }: { delivery: string; at: string | null }, key) =>
    api.call(outsideRoutes.tryAgain, { params: { id, delivery }, key }),
  );
  return (
    <Sheet title={say('webhook.deliveries')} onClose={onClose} size="wide">
      <div className="stack webhook-url">
        <p>{url}</p>
        <p className="row">
          <Button kind="primary" isBusy={trial.isPending} onClick={() => trial.mutate(undefined)}>
            {say('webhook.test')}
          </Button>
          <span className="small muted">{say('webhook.testNote')}</span>
        </p>
        <ProblemNote error={trial.error ?? again.error ?? list.error} />
        {list.data && (
          <PlainTable
            caption={say('webhook.deliveries')}
            heads={[say('webhook.when'), say('webhook.what'), say('webhook.state'), say('webhook.again')]}
            rows={list.data.deliveries.map((delivery, at) => [
              delivery.id,
              <When key="when" at={delivery.madeAt} />,
              <What key="what" delivery={delivery} />,
              <Became key="became" delivery={delivery} isNewest={at === 0} />,
              <span key="again" className="row">
                {delivery.state === 'failed' && delivery.kind !== 'test' && (
                  <Button
                    isSmall
                    isBusy={again.isPending}
                    onClick={() => again.mutate({ delivery: delivery.id, at: delivery.endedAt })}
                  >
                    {say('webhook.again')}
                  </Button>
                )}
              </span>,
            ])}
          />
        )}
      </div>
    </Sheet>
  );
}

function When({ at }: { readonly at: string }) {
  const { language } = useSpeech();
  return <>{dayAndTime(at, language, useToday())}</>;
}

/** The case is opened by whoever may see cases: not every administrator does. */
function What({ delivery: { kind, caseId } }: { readonly delivery: WebhookDelivery }) {
  const { say, code } = useSpeech();
  const { me } = useWorkplace();
  if (kind === 'test') return <>{say('webhook.trial')}</>;
  if (caseId === null || !me.abilities.board) return <>{code('noticeKind', kind)}</>;
  return <Link to={`/cases/${caseId}`}>{code('noticeKind', kind)}</Link>;
}

/** What became of it: where it failed why, and of one that waits when it is tried next. */
function Became({ delivery, isNewest }: { readonly delivery: WebhookDelivery; readonly isNewest: boolean }) {
  const { state, failure, status, tries, dueAt } = delivery;
  const { say, code, language } = useSpeech();
  const today = useToday();
  const isAgain = state === 'waiting' && tries > 0;
  return (
    // Of the newest it is told when it changes: somebody waits for it.
    <span role={isNewest ? 'status' : undefined}>
      <span className={state === 'failed' ? 'tag tag-alert' : 'tag'}>{code('deliveryState', state)}</span>{' '}
      {failure && state !== 'sent' && (
        <span className="small">
          {code('webhookFailure', failure)}
          {status !== null && ` (${status})`}{' '}
        </span>
      )}
      {isAgain && (
        <span className="small muted">{say('webhook.next', { time: dayAndTime(dueAt, language, today) })}</span>
      )}
    </span>
  );
}
