import type { Webhook } from '@kaerimichi/contracts';
import { webhookKinds } from '@kaerimichi/contracts';
import { useState } from 'react';
import { outsideRoutes } from '../../api/outside-routes.ts';
import type { AnswerOf, BodyOf } from '../../api/route.ts';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { AddForm, PlainTable } from '../admin/add-form.tsx';
import { useAdminWrite } from '../admin/use-admin.ts';
import { DeliveriesSheet } from './deliveries-sheet.tsx';
import { SecretSheet } from './secret-sheet.tsx';
import { useWebhookList } from './use-webhooks.ts';
import './webhooks.css';
import { readWebhook, WebhookFields, type WebhookInput } from './webhook-fields.tsx';
import { WebhookSheet } from './webhook-sheet.tsx';

/** 外部への通知: services of the organisation that are told of its notices. */
export function WebhooksPart() {
  const { say } = useSpeech();
  return (
    <>
      <p className="muted">{say('webhook.intro')}</p>
      <WebhookTable />
      <NewWebhook />
    </>
  );
}

const nothing: WebhookInput = { url: '', kinds: webhookKinds };

function NewWebhook() {
  const { say } = useSpeech();
  const [input, setInput] = useState(nothing);
  const [made, setMade] = useState<AnswerOf<typeof outsideRoutes.makeWebhook> | null>(null);
  const add = useAdminWrite(
    (api, body: BodyOf<typeof outsideRoutes.makeWebhook>, key) => api.call(outsideRoutes.makeWebhook, { body, key }),
    answer => {
      setInput(nothing);
      setMade(answer);
    },
  );
  const body = readWebhook(input);
  return (
    <>
      {made?.secret && <SecretSheet url={made.webhook.url} secret={made.secret} onClose={() => setMade(null)} />}
      <AddForm
        title={say('webhook.add')}
        isWhole={body !== null}
        sending={add}
        isProposed={false}
        onSubmit={() => body && add.mutate(body)}
      >
        {isTried => (
          <WebhookFields id="new-webhook" input={input} onChange={setInput} isTried={isTried} error={add.error} />
        )}
      </AddForm>
    </>
  );
}

type Asked = { readonly webhook: Webhook; readonly to: 'change' | 'deliveries' };

function WebhookTable() {
  const { say, code } = useSpeech();
  const list = useWebhookList();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <ProblemNote error={list.error} onRetry={() => void list.refetch()} />
      {asked?.to === 'change' && <WebhookSheet webhook={asked.webhook} onClose={close} />}
      {asked?.to === 'deliveries' && <DeliveriesSheet webhook={asked.webhook} onClose={close} />}
      {list.data && (
        <PlainTable
          caption={say('admin.webhooks')}
          heads={[say('webhook.url'), say('webhook.kinds'), say('webhook.state'), say('webhook.change')]}
          rows={list.data.webhooks.map(webhook => [
            webhook.id,
            <span key="url" className="webhook-url">
              {webhook.url}
            </span>,
            webhook.kinds.length === webhookKinds.length
              ? say('webhook.allKinds')
              : webhook.kinds.map(kind => code('noticeKind', kind)).join('、'),
            <State key="state" webhook={webhook} />,
            <Buttons key="buttons" webhook={webhook} onAsk={to => setAsked({ webhook, to })} />,
          ])}
        />
      )}
    </>
  );
}

function State({ webhook: { state, failingSince } }: { readonly webhook: Webhook }) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  return (
    <span className="row">
      <span className={state === 'stopped' ? 'tag tag-alert' : 'tag'}>{code('webhookState', state)}</span>
      {failingSince && (
        <span className="small">{say('webhook.failing', { time: dayAndTime(failingSince, language, today) })}</span>
      )}
    </span>
  );
}

type ButtonsProps = { readonly webhook: Webhook; readonly onAsk: (to: Asked['to']) => void };

function Buttons({ webhook: { url }, onAsk }: ButtonsProps) {
  const { say } = useSpeech();
  return (
    <span className="row">
      <Button isSmall aria-label={say('webhook.deliveriesOf', { url })} onClick={() => onAsk('deliveries')}>
        {say('webhook.deliveries')}
      </Button>
      <Button isSmall aria-label={say('webhook.changeOf', { url })} onClick={() => onAsk('change')}>
        {say('webhook.change')}
      </Button>
    </span>
  );
}
