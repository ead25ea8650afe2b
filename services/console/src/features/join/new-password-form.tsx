import type { Me } from '@kaerimichi/contracts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { routes } from '../../api/routes.ts';
import { useServices } from '../../app/services.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { faultOf, LEAST_PASSWORD } from '../admin/choices.ts';
import { PasswordField } from '../sign-in/sign-in-form.tsx';
import { UsernameHint } from '../sign-in/username-hint.tsx';
import type { InvitationKey } from './join-page.tsx';

type Props = InvitationKey & {
  readonly org: string;
  readonly identifier: string;
  readonly onJoined: (me: Me) => void;
};

/** Another password for the name that one signs in with, which is told: it may be forgotten as well. */
export function NewPasswordForm({ org, identifier, code, bornOn, onJoined }: Props) {
  const { say } = useSpeech();
  const { api, identifier: kept } = useServices();
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const isShort = password.length < LEAST_PASSWORD;
  const choose = useMutation({
    mutationFn: () => api.call(routes.joinAgain, { body: { code, bornOn, password } }),
    onSuccess: me => {
      kept.write(identifier);
      onJoined(me);
    },
  });
  const fault = faultOf(choose.error, 'password');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isShort) choose.mutate();
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <p>{say('join.again', { org })}</p>
      <p>{say('join.againName', { identifier })}</p>
      <ProblemNote error={fault ? null : choose.error} />
      <UsernameHint identifier={identifier} />
      <PasswordField
        isNew
        value={password}
        error={isTried && isShort ? say('setup.passwordShort') : fault}
        onChange={setPassword}
      />
      <Button type="submit" kind="primary" isBusy={choose.isPending}>
        {say('join.submitAgain')}
      </Button>
    </form>
  );
}
