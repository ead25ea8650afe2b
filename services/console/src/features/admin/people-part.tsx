import { useState } from 'react';
import { routes } from '../../api/routes.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { PasswordField } from '../sign-in/sign-in-form.tsx';
import { AddForm, PlainTable } from './add-form.tsx';
import { useAdd, usePeopleList } from './use-admin.ts';

const empty = { name: '', identifier: '', password: '' };

/** People who may sign in. */
export function PeoplePart() {
  const { say } = useSpeech();
  const list = usePeopleList();
  const [input, setInput] = useState(empty);
  const add = useAdd<typeof empty>(
    (api, body, key) => api.call(routes.addPerson, { body, key }),
    () => setInput(empty),
  );
  const isWhole = Object.values(input).every(value => value.trim() !== '');
  const field = (name: 'name' | 'identifier', isTried: boolean) => ({
    label: say(`admin.${name}`),
    isRequired: true,
    value: input[name],
    error: isTried && input[name].trim() === '' ? say('fault.missing', { label: say(`admin.${name}`) }) : undefined,
    onChange: (value: string) => setInput({ ...input, [name]: value }),
  });
  return (
    <>
      <ProblemNote error={list.error} onRetry={() => void list.refetch()} />
      {list.data && (
        <PlainTable
          caption={say('admin.people')}
          heads={[say('admin.name'), say('admin.identifier')]}
          rows={list.data.people.map(({ id, name, identifier }) => [id, name, identifier])}
        />
      )}
      <AddForm title={say('admin.addPerson')} isWhole={isWhole} sending={add} onSubmit={() => add.mutate(input)}>
        {isTried => (
          <>
            <TextField {...field('name', isTried)} input={{ autoComplete: 'off' }} />
            <TextField {...field('identifier', isTried)} input={{ autoComplete: 'off', autoCapitalize: 'none' }} />
            <PasswordField
              isNew
              value={input.password}
              error={
                isTried && input.password === '' ? say('fault.missing', { label: say('signIn.password') }) : undefined
              }
              onChange={password => setInput({ ...input, password })}
            />
          </>
        )}
      </AddForm>
    </>
  );
}
