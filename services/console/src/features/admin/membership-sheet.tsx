import type { PersonMembership } from '@kaerimichi/contracts';
import { memberRoleIds, membershipFlags } from '@kaerimichi/discharge';
import { useState } from 'react';
import type { BodyOf } from '../../api/route.ts';
import { routes } from '../../api/routes.ts';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { CheckGroup, SelectField } from '../../parts/choice-fields.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { parseDay } from '../../parts/parse-day.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { chosenOf, faultOf } from './choices.ts';
import { rolesIn } from './offered-roles.ts';
import { useAdminWrite, useOrganisationList } from './use-admin.ts';

type Changes = BodyOf<typeof routes.changeMembership>;
type Input = { role: string; flags: string[]; from: string; until: string };

/** What was changed, as the server wants it; null while a day cannot be read. */
function readChanges(before: PersonMembership, input: Input, today: string): Changes | null {
  const from = parseDay(input.from, today);
  const until = input.until.trim() === '' ? null : parseDay(input.until, today);
  const role = chosenOf(memberRoleIds, input.role);
  if (!from || !role || (until === null && input.until.trim() !== '')) return null;
  return {
    ...(role === before.role ? {} : { role }),
    ...(from === before.from ? {} : { from }),
    ...(until === before.until ? {} : { until }),
    flags: input.flags.flatMap(flag => chosenOf(membershipFlags, flag) ?? []),
  };
}

type Props = { readonly name: string; readonly membership: PersonMembership; readonly onClose: () => void };

/** One membership: role, special rights, first and last day; ended at once where somebody leaves. */
export function MembershipSheet({ name, membership, onClose }: Props) {
  const { say } = useSpeech();
  const today = useToday();
  const { role, from, until } = membership;
  const [input, setInput] = useState<Input>({ role, flags: [...membership.flags], from, until: until ?? '' });
  const change = useAdminWrite<Changes>(
    (api, body, key) => api.call(routes.changeMembership, { params: { id: membership.id }, body, key }),
    onClose,
  );
  const body = readChanges(membership, input, today);
  return (
    <Sheet title={say('admin.changeName', { name })} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          if (body) change.mutate(body);
        }}
      >
        <ProblemNote error={change.error} />
        <MembershipFields {...{ input, today }} error={change.error} onChange={setInput} />
        <p className="small muted">{say('admin.changeNote')}</p>
        <p className="row">
          <Button type="submit" kind="primary" isBusy={change.isPending} whyNot={body ? undefined : say('err.date')}>
            {say('admin.save')}
          </Button>
          <Button kind="danger" isBusy={change.isPending} onClick={() => change.mutate({ end: true })}>
            {say('admin.endNow')}
          </Button>
        </p>
      </form>
    </Sheet>
  );
}

type FieldsProps = {
  readonly input: Input;
  readonly today: string;
  readonly error: unknown;
  readonly onChange: (input: Input) => void;
};

function MembershipFields({ input, today, error, onChange }: FieldsProps) {
  const { say, code } = useSpeech();
  const { me } = useWorkplace();
  const organisations = useOrganisationList();
  const given = rolesIn(organisations.data?.organisations ?? [], me.membership.org.id);
  // The role that somebody has is listed, whatever is given today.
  const roles = [...new Set([...given, input.role])];
  const options = (kind: string, values: readonly string[]) =>
    values.map(value => ({ value, label: code(kind, value) }));
  return (
    <>
      <SelectField
        label={say('admin.role')}
        isRequired
        options={options('role', roles)}
        value={input.role}
        error={faultOf(error, 'role')}
        onChange={role => onChange({ ...input, role })}
      />
      <CheckGroup
        label={say('admin.flags')}
        isRequired={false}
        options={options('memberFlag', membershipFlags)}
        values={input.flags}
        error={faultOf(error, 'flags')}
        onChange={given => onChange({ ...input, flags: given })}
      />
      <DayField
        label={say('admin.from')}
        isRequired
        value={input.from}
        today={today}
        error={faultOf(error, 'from')}
        onChange={from => onChange({ ...input, from })}
      />
      <DayField
        label={say('admin.until')}
        isRequired={false}
        value={input.until}
        today={today}
        error={faultOf(error, 'until')}
        onChange={until => onChange({ ...input, until })}
      />
    </>
  );
}
