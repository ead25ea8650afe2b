import type { PersonMembership } from '@kaerimichi/contracts';
import { memberRoleIds, membershipFlags } from '@kaerimichi/discharge';
import { useState } from 'react';
import type { AnswerOf, BodyOf } from '../../api/route.ts';
import { routes } from '../../api/routes.ts';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { CheckGroup, SelectField } from '../../parts/choice-fields.tsx';
import { ComboField } from '../../parts/combo-field.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { shortDay } from '../../words/dates.ts';
import { lazyPart } from '../../words/lazy-part.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { useColleagues } from '../tasks/use-tasks.ts';
import { AddForm, PlainTable } from './add-form.tsx';
import { chosenOf, faultOf } from './choices.ts';
import { MembershipSheet } from './membership-sheet.tsx';
import { NewSlipSheet } from './new-slip-sheet.tsx';
import { keptRole, offeredOrganisations, rolesIn } from './offered-roles.ts';
import { SlipSheet } from './slip-sheet.tsx';
import { useAdminWrite, useOrganisationList, usePeopleList } from './use-admin.ts';

const AwaySheet = lazyPart(() => import('../tasks/away-sheet.tsx'), 'AwaySheet');

type NewPerson = BodyOf<typeof routes.addPerson>;
const empty = { displayName: '', identifier: '', org: '', role: '', flags: [] as string[] };
type Input = typeof empty;

/** The body, once everything is there. */
function readPerson({ displayName, identifier, org, role, flags: given }: Input): NewPerson | null {
  const chosen = chosenOf(memberRoleIds, role);
  const isWhole = [displayName, identifier, org].every(text => text.trim() !== '');
  if (!isWhole || !chosen) return null;
  const granted = given.flatMap(flag => chosenOf(membershipFlags, flag) ?? []);
  return {
    displayName: displayName.trim(),
    identifier: identifier.trim(),
    org,
    role: chosen,
    flags: granted,
  };
}

/** People who may sign in, and what they act as. */
export function PeoplePart() {
  const { say } = useSpeech();
  const [input, setInput] = useState(empty);
  const [added, setAdded] = useState<AnswerOf<typeof routes.addPerson> | null>(null);
  const add = useAdminWrite(
    (api, body: NewPerson, key) => api.call(routes.addPerson, { body, key }),
    answer => {
      setInput(empty);
      setAdded(answer);
    },
  );
  const body = readPerson(input);
  return (
    <>
      <PeopleTable />
      {added?.slip && <SlipSheet person={added} slip={added.slip} onClose={() => setAdded(null)} />}
      <AddForm
        title={say('admin.addPerson')}
        isWhole={body !== null}
        sending={add}
        isProposed={add.data?.proposed === true}
        onSubmit={() => body && add.mutate(body)}
      >
        {isTried => <PersonFields input={input} onChange={setInput} isTried={isTried} error={add.error} />}
      </AddForm>
    </>
  );
}

type Person = AnswerOf<typeof routes.people>['people'][number];
const heads = ['name', 'identifier', 'memberships', 'password', 'state'] as const;
type Changed = { readonly name: string; readonly membership: PersonMembership };

function PeopleTable() {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const [changed, setChanged] = useState<Changed | null>(null);
  const list = usePeopleList();
  const [forgetful, setForgetful] = useState<Person | null>(null);
  const [absent, setAbsent] = useState<{ membership: string; name: string } | null>(null);
  const disable = useAdminWrite((api, { id, disabled }: { id: string; disabled: boolean }, key) =>
    api.call(routes.disablePerson, { params: { id }, body: { disabled }, key }),
  );
  return (
    <>
      <ProblemNote error={list.error ?? disable.error} onRetry={() => void list.refetch()} />
      {changed && <MembershipSheet {...changed} onClose={() => setChanged(null)} />}
      {absent && <AwaySheet absent={absent} onClose={() => setAbsent(null)} />}
      {forgetful && <NewSlipSheet person={forgetful} onClose={() => setForgetful(null)} />}
      {list.data && (
        <PlainTable
          caption={say('admin.people')}
          heads={heads.map(head => say(`admin.${head}`))}
          rows={list.data.people.map(person => [
            person.id,
            person.displayName,
            person.identifier,
            <MembershipList
              key="memberships"
              name={person.displayName}
              memberships={person.memberships}
              isOwn={person.id === me.person.id}
              onChange={membership => setChanged({ name: person.displayName, membership })}
              onAway={({ id }) => setAbsent({ membership: id, name: person.displayName })}
            />,
            <PasswordCell
              key="password"
              person={person}
              isOwn={person.id === me.person.id}
              onGive={() => setForgetful(person)}
            />,
            <Button
              key="disable"
              isSmall
              isBusy={disable.isPending && disable.variables?.id === person.id}
              whyNot={person.id === me.person.id ? say('admin.ownAccount') : undefined}
              aria-label={say(person.disabled ? 'admin.enableName' : 'admin.disableName', { name: person.displayName })}
              onClick={() => disable.mutate({ id: person.id, disabled: !person.disabled })}
            >
              {say(person.disabled ? 'admin.enable' : 'admin.disable')}
            </Button>,
          ])}
        />
      )}
    </>
  );
}

type CellProps = { readonly person: Person; readonly isOwn: boolean; readonly onGive: () => void };

/** Whether the person has chosen a password yet, and a new slip for whoever lost theirs. */
function PasswordCell({ person, isOwn, onGive }: CellProps) {
  const { say } = useSpeech();
  return (
    <span className="row">
      {!person.hasPassword && <span className="small muted">{say('slip.waits')}</span>}
      {!isOwn && !person.disabled && (
        <Button isSmall aria-label={say('slip.give', { name: person.displayName })} onClick={onGive}>
          {say('slip.giveShort')}
        </Button>
      )}
    </span>
  );
}

type ListProps = {
  readonly name: string;
  readonly memberships: readonly PersonMembership[];
  /** One's own is changed by another administrator. */
  readonly isOwn: boolean;
  readonly onChange: (membership: PersonMembership) => void;
  readonly onAway: (membership: PersonMembership) => void;
};

function MembershipList({ name, memberships, isOwn, onChange, onAway }: ListProps) {
  const { say, code, language } = useSpeech();
  // Only whoever works with cases has tasks that somebody else could see.
  const colleagues = useColleagues().data ?? [];
  const today = useToday();
  const periodOf = ({ from, until }: PersonMembership) => {
    if (until !== null && until < from) return say('admin.neverHeld');
    if (until !== null && until < today) return say('admin.ended', { day: shortDay(until, language, today) });
    if (until === null) return from > today ? say('admin.since', { day: shortDay(from, language, today) }) : '';
    return say('admin.period', { from: shortDay(from, language, today), until: shortDay(until, language, today) });
  };
  return (
    <ul className="stack-tight">
      {memberships.map(membership => (
        <li key={membership.id} className="row">
          <span className="member-roles">
            {code('role', membership.role)}
            {membership.flags.map(flag => (
              <span key={flag} className="tag">
                {code('memberFlag', flag)}
              </span>
            ))}
          </span>
          <span className="small muted">{periodOf(membership)}</span>
          {!isOwn && (
            <Button
              isSmall
              aria-label={`${say('admin.changeName', { name })} ${code('role', membership.role)}`}
              onClick={() => onChange(membership)}
            >
              {say('admin.change')}
            </Button>
          )}
          {colleagues.some(other => other.membership === membership.id) && (
            <Button
              isSmall
              aria-label={`${say('away.shortName', { name })} ${code('role', membership.role)}`}
              onClick={() => onAway(membership)}
            >
              {say('away.short')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

type FieldsProps = {
  readonly input: Input;
  readonly onChange: (input: Input) => void;
  readonly isTried: boolean;
  /** What the server said of the last attempt. */
  readonly error: unknown;
};

function PersonFields({ input, onChange, isTried, error }: FieldsProps) {
  const { say, code } = useSpeech();
  const organisations = useOrganisationList();
  const field = (name: 'displayName' | 'identifier' | 'org' | 'role') => {
    const label = say(`admin.${name}`);
    return {
      label,
      isRequired: true,
      value: input[name],
      error: isTried && input[name].trim() === '' ? say('fault.missing', { label }) : faultOf(error, name),
      onChange: (value: string) => onChange({ ...input, [name]: value }),
    };
  };
  const offered = offeredOrganisations(organisations.data?.organisations ?? []);
  const chooseOrg = (org: string) => onChange({ ...input, org, role: keptRole(offered, org, input.role) });
  const orgs = offered.map(({ id, name }) => ({ value: id, label: name }));
  const options = (kind: string, values: readonly string[]) =>
    values.map(value => ({ value, label: code(kind, value) }));
  return (
    <>
      <TextField {...field('displayName')} input={{ autoComplete: 'off' }} />
      <TextField {...field('identifier')} input={{ autoComplete: 'off', autoCapitalize: 'none' }} />
      <ComboField {...field('org')} options={orgs} onChange={chooseOrg} />
      <SelectField {...field('role')} options={options('role', rolesIn(offered, input.org))} />
      <CheckGroup
        label={say('admin.flags')}
        isRequired={false}
        options={options('memberFlag', membershipFlags)}
        values={input.flags}
        error={faultOf(error, 'flags')}
        onChange={given => onChange({ ...input, flags: given })}
      />
    </>
  );
}
