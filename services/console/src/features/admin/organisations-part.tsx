import { useState } from 'react';
import { routes } from '../../api/routes.ts';
import { SelectField } from '../../parts/choice-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { AddForm, PlainTable } from './add-form.tsx';
import { organisationKinds } from './organisation-kinds.ts';
import { useAdd, useOrganisationList } from './use-admin.ts';

const empty = { name: '', kind: '' };

/** Organisations of the network. */
export function OrganisationsPart() {
  const { say, code } = useSpeech();
  const list = useOrganisationList();
  const [input, setInput] = useState(empty);
  const add = useAdd<typeof empty>(
    (api, body, key) => api.call(routes.addOrganisation, { body, key }),
    () => setInput(empty),
  );
  const isWhole = input.name.trim() !== '' && input.kind !== '';
  const missing = (isTried: boolean, value: string, label: string) =>
    isTried && value.trim() === '' ? say('fault.missing', { label }) : undefined;
  return (
    <>
      <ProblemNote error={list.error} onRetry={() => void list.refetch()} />
      {list.data && (
        <PlainTable
          caption={say('admin.organisations')}
          heads={[say('admin.name'), say('admin.kind')]}
          rows={list.data.organisations.map(({ id, name, kind }) => [id, name, code('orgKind', kind)])}
        />
      )}
      <AddForm
        title={say('admin.addOrganisation')}
        isWhole={isWhole}
        sending={add}
        onSubmit={() => add.mutate({ name: input.name.trim(), kind: input.kind })}
      >
        {isTried => (
          <>
            <TextField
              label={say('admin.name')}
              isRequired
              value={input.name}
              error={missing(isTried, input.name, say('admin.name'))}
              onChange={name => setInput({ ...input, name })}
            />
            <SelectField
              label={say('admin.kind')}
              isRequired
              options={organisationKinds.map(value => ({ value, label: code('orgKind', value) }))}
              value={input.kind}
              error={missing(isTried, input.kind, say('admin.kind'))}
              onChange={kind => setInput({ ...input, kind })}
            />
          </>
        )}
      </AddForm>
    </>
  );
}
