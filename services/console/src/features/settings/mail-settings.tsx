import {
  type DigestTime,
  digestTimes,
  type MailChoice,
  type MailStanding,
  mailPaces,
  standardMail,
} from '@kaerimichi/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { CheckGroup, ChoiceField } from '../../parts/choice-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { MailAddress } from './mail-address.tsx';
import { QuietHours } from './quiet-hours.tsx';
import type { useSettings } from './use-settings.ts';

/** メールでのお知らせ: where to, when, and how the last one went. */
export function MailSettings({ settings, keep }: ReturnType<typeof useSettings>) {
  const { say, code } = useSpeech();
  const api = useApi();
  const asked = useQuery({ queryKey: ['mail'], queryFn: ({ signal }) => api.call(routes.mail, { signal }) });
  const { data: standing } = asked;
  const mail = (keep.isPending && keep.variables.mail) || (settings.mail ?? standardMail);
  const choose = (change: Partial<MailChoice>) => keep.mutate({ mail: { ...mail, ...change } });
  return (
    <section className="panel stack" aria-labelledby="mail-title">
      <h2 id="mail-title">{say('mail.title')}</h2>
      <p className="muted">{say('mail.intro')}</p>
      <ProblemNote error={asked.error} onRetry={() => void asked.refetch()} />
      {standing && !standing.isSent && <p role="note">{say('mail.noServer')}</p>}
      {standing?.isSent && <MailAddress standing={standing} />}
      {standing?.isSent && (
        <ChoiceField
          id="mail-pace"
          label={say('mail.pace')}
          options={mailPaces.map(value => ({ value, label: code('mailPace', value) }))}
          value={mail.pace}
          onChange={value => {
            const pace = mailPaces.find(other => other === value);
            if (pace) choose({ pace });
          }}
        />
      )}
      {standing?.isSent && mail.pace !== 'off' && <MailTimes {...{ mail, choose }} />}
      {standing?.last && <LastMail last={standing.last} />}
    </section>
  );
}

type Choosing = { readonly mail: MailChoice; readonly choose: (change: Partial<MailChoice>) => void };

/** When digests go out, what else is told, and when nothing is. */
function MailTimes({ mail, choose }: Choosing) {
  const { say } = useSpeech();
  const extras = (['urgentAtOnce', 'changes'] as const).filter(name => name === 'changes' || mail.pace === 'digest');
  return (
    <>
      <CheckGroup
        id="mail-extras"
        label={say('mail.extras')}
        options={extras.map(value => ({ value, label: say(`mail.${value}`) }))}
        values={extras.filter(name => mail[name])}
        onChange={chosen => choose(Object.fromEntries(extras.map(name => [name, chosen.includes(name)])))}
      />
      {(mail.pace === 'digest' || mail.changes) && <DigestTimes {...{ mail, choose }} />}
      <QuietHours quiet={mail.quiet} onChange={quiet => choose({ quiet })} />
      <p className="small muted">
        {say('mail.away')} <Link to="/tasks">{say('mail.awayLink')}</Link>
      </p>
    </>
  );
}

/** At which times what is new is told together; the last one stays, or nothing would ever come. */
function DigestTimes({ mail, choose }: Choosing) {
  const { say } = useSpeech();
  return (
    <CheckGroup
      id="mail-times"
      label={say('mail.times')}
      hint={say(mail.pace === 'digest' ? 'mail.timesHint' : 'mail.timesOfChanges')}
      options={digestTimes.map(value => ({ value, label: value.replace(/^0/, '') }))}
      values={[...mail.times]}
      onChange={chosen => {
        const times = digestTimes.filter((time): time is DigestTime => chosen.includes(time));
        if (times.length > 0) choose({ times });
      }}
    />
  );
}

/** What became of the last mail. */
function LastMail({ last: { state, at, failure } }: { readonly last: NonNullable<MailStanding['last']> }) {
  const { say, code, language } = useSpeech();
  const why = failure ? code('mailFailure', failure) : '';
  return (
    <p className="small muted" data-mail={state}>
      {say(`mail.last.${state}`, { time: dayAndTime(at, language) })} {state !== 'sent' && why}
    </p>
  );
}
