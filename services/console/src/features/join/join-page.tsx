import type { Me } from '@kaerimichi/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { AnswerOf } from '../../api/route.ts';
import { routes } from '../../api/routes.ts';
import { LanguageSwitch } from '../../app/language-switch.tsx';
import { usePageTitle } from '../../app/page-title.ts';
import { useApi } from '../../app/services.tsx';
import { Button } from '../../parts/button.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { parseDay } from '../../parts/parse-day.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { tokyoDayOf } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { JoinForm } from './join-form.tsx';
import { NewPasswordForm } from './new-password-form.tsx';
import '../sign-in/sign-in.css';

/** What stands on the paper, and the birth date; neither ever stands in an address. */
export type InvitationKey = { readonly code: string; readonly bornOn: string };
type Opened = InvitationKey & AnswerOf<typeof routes.openInvitation>;

/** ご家族のページをはじめる: with the code on paper and the child's birth date, without an account. */
export function JoinPage() {
  const { say } = useSpeech();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [opened, setOpened] = useState<Opened | null>(null);
  usePageTitle(say('join.title'));
  const enter = (me: Me) => {
    // Whoever was signed in here before is not any more, and what was asked for as them is not kept.
    client.clear();
    client.setQueryData(['me'], me);
    void navigate('/', { replace: true });
  };
  return (
    <main className="sign-in">
      <p className="sign-in-brand">{say('app.name')}</p>
      <section className="panel stack">
        <h1>{say('join.title')}</h1>
        {opened ? <Form {...opened} onJoined={enter} /> : <KeyForm onOpened={setOpened} />}
      </section>
      <p>
        <Link to="/login">{say('join.have')}</Link>
      </p>
      <LanguageSwitch />
    </main>
  );
}

/** Whoever came before only chooses a new password. */
function Form({ identifier, ...opened }: Opened & { onJoined: (me: Me) => void }) {
  return identifier === null ? <JoinForm {...opened} /> : <NewPasswordForm {...opened} identifier={identifier} />;
}

function KeyForm({ onOpened }: { onOpened: (opened: Opened) => void }) {
  const { say } = useSpeech();
  const api = useApi();
  const today = tokyoDayOf(Date.now());
  const [code, setCode] = useState('');
  const [born, setBorn] = useState('');
  const [isTried, setTried] = useState(false);
  const bornOn = parseDay(born, today);
  const open = useMutation({
    mutationFn: (key: InvitationKey) => api.call(routes.openInvitation, { body: key }),
    onSuccess: (found, key) => onOpened({ ...key, ...found }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (code.trim() !== '' && bornOn) open.mutate({ code: code.trim(), bornOn });
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <p>{say('join.intro')}</p>
      <ProblemNote error={open.error} />
      <TextField
        label={say('invitation.code')}
        hint={say('join.codeHint')}
        error={isTried && code.trim() === '' ? say('join.needCode') : undefined}
        value={code}
        onChange={setCode}
        input={{ autoComplete: 'off', autoCapitalize: 'characters', spellCheck: false, maxLength: 40 }}
      />
      <DayField
        label={say('join.bornOn')}
        error={isTried && born.trim() === '' ? say('join.needBirth') : undefined}
        value={born}
        onChange={setBorn}
        today={today}
      />
      <Button type="submit" kind="primary" isBusy={open.isPending}>
        {say('join.next')}
      </Button>
    </form>
  );
}
