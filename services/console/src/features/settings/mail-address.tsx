import type { MailStanding } from '@kaerimichi/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../api/problem-error.ts';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

type Standing = { readonly standing: MailStanding };

/** The own address: given, confirmed by a number that is mailed there, and taken away. */
export function MailAddress({ standing: { address, isConfirmed, refusedAt } }: Standing) {
  const { say } = useSpeech();
  const { set } = useMail();
  if (address === null || refusedAt !== null) return <GiveAddress address={address} isRefused={refusedAt !== null} />;
  return (
    <div className="stack">
      <p>
        {say(isConfirmed ? 'mail.to' : 'mail.waits')} <strong>{address}</strong>
      </p>
      {!isConfirmed && <EnterCode />}
      <div className="row">
        {!isConfirmed && (
          <Button isBusy={set.isPending} onClick={() => set.mutate(address)}>
            {say('mail.again')}
          </Button>
        )}
        <Button isBusy={set.isPending} onClick={() => set.mutate(null)}>
          {say('mail.remove')}
        </Button>
      </div>
      <ProblemNote error={set.error} />
    </div>
  );
}

function GiveAddress({ address, isRefused }: { readonly address: string | null; readonly isRefused: boolean }) {
  const { say } = useSpeech();
  const { set } = useMail();
  const [typed, setTyped] = useState(address ?? '');
  return (
    <form
      className="stack"
      onSubmit={event => {
        event.preventDefault();
        if (typed.trim() !== '' && !set.isPending) set.mutate(typed.trim());
      }}
    >
      <TextField
        label={say('mail.address')}
        hint={say('mail.addressHint')}
        error={issueOf(set.error) ?? (isRefused && set.isIdle ? say('mail.refused') : undefined)}
        value={typed}
        onChange={setTyped}
        input={{ type: 'email', autoComplete: 'email', inputMode: 'email', maxLength: 254 }}
      />
      {!issueOf(set.error) && <ProblemNote error={set.error} />}
      <p>
        <Button
          kind="primary"
          type="submit"
          isBusy={set.isPending}
          whyNot={typed.trim() === '' ? say('mail.missing') : ''}
        >
          {say('mail.send')}
        </Button>
      </p>
    </form>
  );
}

function EnterCode() {
  const { say } = useSpeech();
  const { confirm } = useMail();
  const [code, setCode] = useState('');
  const digits = code.normalize('NFKC').replace(/\D/g, '');
  return (
    <form
      className="stack"
      onSubmit={event => {
        event.preventDefault();
        if (digits.length === 6 && !confirm.isPending) confirm.mutate(digits);
      }}
    >
      <TextField
        label={say('mail.code')}
        hint={say('mail.codeHint')}
        error={issueOf(confirm.error)}
        isShort
        value={code}
        onChange={setCode}
        input={{ inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 12 }}
      />
      {!issueOf(confirm.error) && <ProblemNote error={confirm.error} />}
      <p>
        <Button
          kind="primary"
          type="submit"
          isBusy={confirm.isPending}
          whyNot={digits.length === 6 ? '' : say('mail.codeMissing')}
        >
          {say('mail.confirm')}
        </Button>
      </p>
    </form>
  );
}

/** What the server says of one field. */
const issueOf = (error: unknown): string | undefined => problemOf(error)?.issues?.[0]?.message;

function useMail() {
  const api = useApi();
  const client = useQueryClient();
  const onSuccess = (standing: MailStanding) => void client.setQueryData(['mail'], standing);
  return {
    set: useMutation({
      mutationFn: (address: string | null) => api.call(routes.setMail, { body: { address } }),
      onSuccess,
    }),
    confirm: useMutation({
      mutationFn: (code: string) => api.call(routes.confirmMail, { body: { code } }),
      onSuccess,
    }),
  };
}
