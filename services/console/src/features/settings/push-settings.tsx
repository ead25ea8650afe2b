import { type PushStanding, standardMail } from '@kaerimichi/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { outsideRoutes } from '../../api/outside-routes.ts';
import { useApi } from '../../app/services.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { shortDay, tokyoDayOf } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { endSubscription, ownSubscription, subscribe } from './browser-push.ts';
import { deviceOf } from './device-of.ts';
import { QuietHours } from './quiet-hours.tsx';
import type { useSettings } from './use-settings.ts';

/** ブラウザーでのお知らせ: where this program tells browsers anything. */
export function PushSettings({ settings, keep }: ReturnType<typeof useSettings>) {
  const { say } = useSpeech();
  const api = useApi();
  const { data: standing } = useQuery({
    queryKey: ['push'],
    queryFn: ({ signal }) => api.call(outsideRoutes.push, { signal }),
  });
  if (!standing || standing.publicKey === null) return null;
  const mail = (keep.isPending && keep.variables.mail) || (settings.mail ?? standardMail);
  return (
    <section className="panel stack" aria-labelledby="push-title">
      <h2 id="push-title">{say('push.title')}</h2>
      <p className="muted">{say('push.intro')}</p>
      <Browsers standing={standing} publicKey={standing.publicKey} />
      <p className="small muted">{say('push.times')}</p>
      {standing.browsers.length > 0 && mail.pace === 'off' && (
        <QuietHours quiet={mail.quiet} onChange={quiet => keep.mutate({ mail: { ...mail, quiet } })} />
      )}
    </section>
  );
}

type Props = { readonly standing: PushStanding; readonly publicKey: string };

const isAble = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

function Browsers({ standing: { browsers }, publicKey }: Props) {
  const { say } = useSpeech();
  const { own, add, remove } = useBrowsers(publicKey);
  const isHere = browsers.some(({ endpoint }) => endpoint === own);
  return (
    <>
      <ul className="stack">
        {browsers.map(browser => (
          <BrowserItem
            key={browser.id}
            {...{ browser }}
            isOwn={browser.endpoint === own}
            isBusy={remove.isPending}
            onRemove={() => remove.mutate(browser)}
          />
        ))}
      </ul>
      {!isHere && (
        <p>
          <Button
            kind="primary"
            isBusy={add.isPending}
            whyNot={isAble ? '' : say('push.unable')}
            onClick={() => add.mutate()}
          >
            {say('push.add')}
          </Button>
        </p>
      )}
      {add.data && typeof add.data === 'string' && <p role="alert">{say(`push.${add.data}`)}</p>}
      <ProblemNote error={add.error ?? remove.error} />
    </>
  );
}

type Browser = PushStanding['browsers'][number];
type ItemProps = {
  readonly browser: Browser;
  readonly isOwn: boolean;
  readonly isBusy: boolean;
  readonly onRemove: () => void;
};

function BrowserItem({ browser: { device, madeAt }, isOwn, isBusy, onRemove }: ItemProps) {
  const { say, language } = useSpeech();
  return (
    <li className="row">
      <span>{device}</span>
      {isOwn && <span className="tag">{say('push.here')}</span>}
      <span className="small muted">{say('push.since', { day: shortDay(tokyoDayOf(madeAt), language) })}</span>
      <Button isSmall isBusy={isBusy} aria-label={say('push.removeOf', { device })} onClick={onRemove}>
        {say('push.remove')}
      </Button>
    </li>
  );
}

function useBrowsers(publicKey: string) {
  const api = useApi();
  const client = useQueryClient();
  const taken = (standing: PushStanding) => {
    client.setQueryData(['push'], standing);
    return client.invalidateQueries({ queryKey: ['push', 'own'] });
  };
  const own = useQuery({ queryKey: ['push', 'own'], queryFn: async () => (await ownSubscription())?.endpoint ?? null });
  return {
    own: own.data ?? null,
    add: useMutation({
      mutationFn: async () => {
        const made = await subscribe(publicKey);
        if (typeof made === 'string') return made;
        const body = { ...made, device: deviceOf(navigator.userAgent) };
        return taken(await api.call(outsideRoutes.addPush, { body }));
      },
    }),
    remove: useMutation({
      mutationFn: async ({ id, endpoint }: Browser) => {
        await endSubscription(endpoint);
        return taken(await api.call(outsideRoutes.removePush, { params: { id } }));
      },
    }),
  };
}
