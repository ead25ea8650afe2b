import type { Me } from '@kaerimichi/contracts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { problemOf } from '../../api/problem-error.ts';
import { routes } from '../../api/routes.ts';
import { useServices } from '../../app/services.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { faultOf, LEAST_PASSWORD } from '../admin/choices.ts';
import { PasswordField } from '../sign-in/sign-in-form.tsx';
import type { InvitationKey } from './join-page.tsx';

const LEAST_IDENTIFIER = 3;

type Props = InvitationKey & { readonly org: string; readonly onJoined: (me: Me) => void };

/** What one signs in with from now on. */
export function JoinForm({ org, code, bornOn, onJoined }: Props) {
  const { say, language } = useSpeech();
  const { api, identifier: kept } = useServices();
  const [name, setName] = useState('');
  const [identifier, setIdentifier] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const missing = {
    name: name.trim() === '' ? say('join.needName') : undefined,
    identifier: identifier.trim().length < LEAST_IDENTIFIER ? say('join.needIdentifier') : undefined,
    password: password.length < LEAST_PASSWORD ? say('setup.passwordShort') : undefined,
  };
  const join = useMutation({
    mutationFn: () => {
      const body = { code, bornOn, name: name.trim(), identifier: identifier.trim(), password, language };
      return api.call(routes.join, { body });
    },
    onSuccess: me => {
      kept.write(identifier.trim());
      onJoined(me);
    },
  });
  const errorOf = (field: keyof typeof missing) => (isTried && missing[field]) || faultOf(join.error, field);
  const hasFields = problemOf(join.error)?.issues?.some(({ path }) => path in missing);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(missing).every(fault => fault === undefined)) join.mutate();
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <p>{say('join.from', { org })}</p>
      <ProblemNote error={hasFields ? null : join.error} />
      <TextField
        label={say('join.name')}
        error={errorOf('name')}
        value={name}
        onChange={setName}
        input={{ autoComplete: 'name', maxLength: 100 }}
      />
      <TextField
        label={say('join.identifier')}
        hint={say('join.identifierHint')}
        error={errorOf('identifier')}
        value={identifier}
        onChange={setIdentifier}
        input={{ name: 'identifier', autoComplete: 'username', autoCapitalize: 'none', spellCheck: false }}
      />
      <PasswordField isNew value={password} error={errorOf('password')} onChange={setPassword} />
      <Button type="submit" kind="primary" isBusy={join.isPending}>
        {say('join.submit')}
      </Button>
    </form>
  );
}
