import { useState } from 'react';
import { routes } from '../../api/routes.ts';
import { CheckGroup, type Option, SelectField } from '../../parts/choice-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { AddForm, PlainTable } from './add-form.tsx';
import { useAdd, useMembershipList, useOrganisationList, usePeopleList } from './use-admin.ts';

/** Roles that a membership can give (people.md). */
const roles = [
  'dischargeNurse',
  'wardNurse',
  'doctor',
  'visitingNurse',
  'coordinator',
  'publicHealthNurse',
  'supportPlanner',
  'school',
  'deviceVendor',
  'family',
  'prefecture',
  'admin',
] as const;
const flags = ['mayWaive', 'privacyOfficer', 'orgAdmin'] as const;
const empty = { person: '', organisation: '', role: '', flags: [] as string[] };

/** Who acts for which organisation, in which role. */
export function MembershipsPart() {
  const { say, code } = useSpeech();
  const list = useMembershipList();
  const people = usePeopleList();
  const organisations = useOrganisationList();
  const [input, setInput] = useState(empty);
  const add = useAdd<typeof empty>(
    (api, body, key) => api.call(routes.addMembership, { body, key }),
    () => setInput(empty),
  );
  const choices = {
    person: (people.data?.people ?? []).map(({ id, name }) => ({ value: id, label: name })),
    organisation: (organisations.data?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name })),
    role: roles.map(value => ({ value, label: code('role', value) })),
  };
  const labelOf = (options: readonly Option[], id: string) => options.find(({ value }) => value === id)?.label ?? id;
  const field = (name: keyof typeof choices, isTried: boolean) => ({
    label: say(`admin.${name}`),
    isRequired: true,
    options: choices[name],
    value: input[name],
    error: isTried && input[name] === '' ? say('fault.missing', { label: say(`admin.${name}`) }) : undefined,
    onChange: (value: string) => setInput({ ...input, [name]: value }),
  });
  const failed = list.error ?? people.error ?? organisations.error;
  return (
    <>
      <ProblemNote
        error={failed}
        onRetry={() => void Promise.all([list.refetch(), people.refetch(), organisations.refetch()])}
      />
      {list.data && (
        <PlainTable
          caption={say('admin.memberships')}
          heads={[say('admin.person'), say('admin.organisation'), say('admin.role'), say('admin.flags')]}
          rows={list.data.memberships.map(({ id, person, organisation, role, flags: given }) => [
            id,
            labelOf(choices.person, person),
            labelOf(choices.organisation, organisation),
            code('role', role),
            given.map(flag => code('memberFlag', flag)).join(say('common.listMark')),
          ])}
        />
      )}
      <AddForm
        title={say('admin.addMembership')}
        isWhole={input.person !== '' && input.organisation !== '' && input.role !== ''}
        sending={add}
        onSubmit={() => add.mutate(input)}
      >
        {isTried => (
          <>
            <SelectField {...field('person', isTried)} />
            <SelectField {...field('organisation', isTried)} />
            <SelectField {...field('role', isTried)} />
            <CheckGroup
              label={say('admin.flags')}
              isRequired={false}
              options={flags.map(value => ({ value, label: code('memberFlag', value) }))}
              values={input.flags}
              onChange={given => setInput({ ...input, flags: given })}
            />
          </>
        )}
      </AddForm>
    </>
  );
}
