import { organisationKinds } from '@kaerimichi/discharge';
import { useState } from 'react';
import type { BodyOf } from '../../api/route.ts';
import { routes } from '../../api/routes.ts';
import { useWorkplace } from '../../app/workplace.tsx';
import { SelectField } from '../../parts/choice-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { AddForm, PlainTable } from './add-form.tsx';
import { chosenOf, faultOf } from './choices.ts';
import { useAdminWrite, useOrganisationList } from './use-admin.ts';

const empty = { name: '', kind: '' };

/** Organisations of the network. */
export function OrganisationsPart() {
  const { say, code } = useSpeech();
  const { me } = useWorkplace();
  const list = useOrganisationList();
  const [input, setInput] = useState(empty);
  const add = useAdminWrite(
    (api, body: BodyOf<typeof routes.addOrganisation>, key) => api.call(routes.addOrganisation, { body, key }),
    () => setInput(empty),
  );
  const kind = chosenOf(organisationKinds, input.kind);
  const isWhole = input.name.trim() !== '' && kind !== undefined;
  const missing = (isTried: boolean, value: string, label: string) =>
    isTried && value.trim() === '' ? say('fault.missing', { label }) : undefined;
  return (
    <>
      <ProblemNote error={list.error} onRetry={() => void list.refetch()} />
      {/* The list is long: what adds to it stands above. */}
      {me.abilities.found && (
        <AddForm
          title={say('admin.addOrganisation')}
          isWhole={isWhole}
          sending={add}
          isProposed={add.data?.proposed === true}
          onSubmit={() => kind && add.mutate({ name: input.name.trim(), kind })}
        >
          {isTried => (
            <>
              <TextField
                label={say('admin.name')}
                isRequired
                value={input.name}
                error={missing(isTried, input.name, say('admin.name')) ?? faultOf(add.error, 'name')}
                onChange={name => setInput({ ...input, name })}
              />
              <SelectField
                label={say('admin.kind')}
                isRequired
                options={organisationKinds.map(value => ({ value, label: code('orgKind', value) }))}
                value={input.kind}
                error={missing(isTried, input.kind, say('admin.kind'))}
                onChange={value => setInput({ ...input, kind: value })}
              />
            </>
          )}
        </AddForm>
      )}
      {list.data && (
        <PlainTable
          caption={say('admin.organisations')}
          heads={[say('admin.name'), say('admin.kind')]}
          rows={list.data.organisations.map(org => [org.id, org.name, code('orgKind', org.kind)])}
        />
      )}
    </>
  );
}
