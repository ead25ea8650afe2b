import type { Me } from '@kaerimichi/contracts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { problemOf } from '../../api/problem-error.ts';
import { routes } from '../../api/routes.ts';
import { useServices } from '../../app/services.tsx';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { problemWords } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import type { Speech } from '../../words/words.ts';

/** Why it did not work; never whether the account exists. */
function signInWords(error: unknown, speech: Speech): string {
  return problemOf(error)?.code === 'sign-in' ? speech.say('signIn.wrong') : problemWords(error, speech);
}

/** Identifier and password. Pasting and password managers are welcome. */
export function SignInForm({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const speech = useSpeech();
  const { say } = speech;
  const { api, identifier: kept } = useServices();
  const [identifier, setIdentifier] = useState(kept.read());
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => api.call(routes.signIn, { body: { identifier: identifier.trim(), password } }),
    onSuccess: me => {
      kept.write(identifier.trim());
      onSignedIn(me);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (identifier.trim() !== '' && password !== '') signIn.mutate();
  };
  return (
    <form className="stack" onSubmit={submit}>
      {signIn.error && (
        <p className="problem-note" role="alert">
          {signInWords(signIn.error, speech)}
        </p>
      )}
      <TextField
        label={say('signIn.identifier')}
        value={identifier}
        onChange={setIdentifier}
        input={{
          name: 'identifier',
          autoComplete: 'username',
          autoCapitalize: 'none',
          spellCheck: false,
          required: true,
        }}
      />
      <PasswordField value={password} onChange={setPassword} />
      <Button kind="primary" type="submit" isBusy={signIn.isPending}>
        {say('signIn.submit')}
      </Button>
    </form>
  );
}

type PasswordProps = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isNew?: boolean;
  /** Marked where other fields beside it bear a mark. */
  readonly isRequired?: boolean;
  readonly error?: string | undefined;
};

export function PasswordField({ value, onChange, isNew = false, isRequired, error }: PasswordProps) {
  const { say } = useSpeech();
  const [isShown, setShown] = useState(false);
  const marks = { ...(isNew && { hint: say('signIn.passwordHint') }), ...(isRequired && { isRequired }) };
  return (
    <Field label={say('signIn.password')} error={error} {...marks}>
      {tied => (
        <span className="password">
          <input
            {...tied}
            className="input"
            type={isShown ? 'text' : 'password'}
            name="password"
            autoComplete={isNew ? 'new-password' : 'current-password'}
            required
            value={value}
            onChange={event => onChange(event.target.value)}
          />
          <Button aria-pressed={isShown} onClick={() => setShown(!isShown)}>
            {say(isShown ? 'signIn.hide' : 'signIn.show')}
          </Button>
        </span>
      )}
    </Field>
  );
}
