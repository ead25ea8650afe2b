import type { Webhook } from '@kaerimichi/contracts';
import { type FormEvent, useState } from 'react';
import { outsideRoutes } from '../../api/outside-routes.ts';
import type { BodyOf } from '../../api/route.ts';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { useAdminWrite } from '../admin/use-admin.ts';
import { SecretSheet } from './secret-sheet.tsx';
import { readWebhook, WebhookFields } from './webhook-fields.tsx';

type Props = { readonly webhook: Webhook; readonly onClose: () => void };

/** What a webhook is told of and where; switched on and off, with another secret, or removed. */
export function WebhookSheet({ webhook, onClose }: Props) {
  const { say } = useSpeech();
  const [input, setInput] = useState({ url: webhook.url, kinds: webhook.kinds });
  const [isTried, setTried] = useState(false);
  const change = useAdminWrite(
    (api, body: BodyOf<typeof outsideRoutes.changeWebhook>, key) =>
      api.call(outsideRoutes.changeWebhook, { params: { id: webhook.id }, body, key }),
    onClose,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const body = readWebhook(input);
    if (body) change.mutate(body);
  };
  const isOn = webhook.state === 'on';
  return (
    <Sheet title={say('webhook.changeTitle')} onClose={onClose}>
      <div className="stack webhook-url">
        <form className="stack" noValidate onSubmit={submit}>
          <ProblemNote error={change.error} />
          <WebhookFields id="webhook" input={input} onChange={setInput} isTried={isTried} error={change.error} />
          <p className="row">
            <Button type="submit" kind="primary" isBusy={change.isPending}>
              {say('webhook.save')}
            </Button>
          </p>
        </form>
        <p className="row">
          <Button isBusy={change.isPending} onClick={() => change.mutate({ isOn: !isOn })}>
            {say(isOn ? 'webhook.off' : 'webhook.on')}
          </Button>
          <span className="small muted">{say(isOn ? 'webhook.offNote' : 'webhook.onNote')}</span>
        </p>
        <NewSecret webhook={webhook} />
        <Remove webhook={webhook} onClose={onClose} />
      </div>
    </Sheet>
  );
}

function NewSecret({ webhook: { id, url, secretBeforeUntil } }: Pick<Props, 'webhook'>) {
  const { say, language } = useSpeech();
  const today = useToday();
  const [secret, setSecret] = useState<string | null>(null);
  const rotate = useAdminWrite(
    (api, _input: undefined, key) => api.call(outsideRoutes.rotateSecret, { params: { id }, key }),
    answer => setSecret(answer.secret),
  );
  const until = rotate.data?.webhook.secretBeforeUntil ?? secretBeforeUntil;
  return (
    <>
      {secret && <SecretSheet url={url} secret={secret} onClose={() => setSecret(null)} />}
      <ProblemNote error={rotate.error} />
      <p className="row">
        <Button isBusy={rotate.isPending} onClick={() => rotate.mutate(undefined)}>
          {say('webhook.rotate')}
        </Button>
        <span className="small muted">
          {until ? say('webhook.rotated', { time: dayAndTime(until, language, today) }) : say('webhook.rotateNote')}
        </span>
      </p>
    </>
  );
}

/** Asks first: what waits and what was sent goes with it. */
function Remove({ webhook: { id }, onClose }: Props) {
  const { say } = useSpeech();
  const [isAsked, setAsked] = useState(false);
  const remove = useAdminWrite(
    (api, _input: undefined, _key) => api.call(outsideRoutes.removeWebhook, { params: { id } }),
    onClose,
  );
  return (
    <>
      <ProblemNote error={remove.error} />
      <p className="row">
        {isAsked ? (
          <Button kind="danger" isBusy={remove.isPending} onClick={() => remove.mutate(undefined)}>
            {say('webhook.removeNow')}
          </Button>
        ) : (
          <Button onClick={() => setAsked(true)}>{say('webhook.remove')}</Button>
        )}
        {isAsked && <span className="small">{say('webhook.removeNote')}</span>}
      </p>
    </>
  );
}
