import { caregiverRelations } from '@kaerimichi/discharge';
import { type FormEvent, useState } from 'react';
import { problemOf } from '../../api/problem-error.ts';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { SelectField } from '../../parts/choice-fields.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { chosenOf, faultOf } from '../admin/choices.ts';
import type { Slip } from './invitation-slip.tsx';
import { dayOf, RightsFields, rightsOf, UntilField } from './rights-fields.tsx';
import { type Invitation, useInvite } from './use-guardians.ts';

/** What nearly every family is given; what else is there is chosen for each. */
const usual: readonly string[] = ['contacts', 'clinical', 'skills', 'plan', 'disaster'];

type Props = { readonly caseId: string; readonly onSlip: (slip: Slip) => void; readonly onClose: () => void };

const empty = { relation: '', decides: '', from: '', until: '', categories: usual };
type Typed = typeof empty;

/** 家族を招待する: who it is, what they see, and for how long. */
export function InviteSheet({ caseId, onSlip, onClose }: Props) {
  const { say } = useSpeech();
  const today = useToday();
  const [typed, setTyped] = useState<Typed>(empty);
  const [isTried, setTried] = useState(false);
  const wish = wishOf(typed, today);
  const invite = useInvite(caseId, ({ slip }) => {
    if (!slip || !wish) return;
    onSlip({ ...slip, relation: wish.relation, from: wish.from ?? null, isAgain: false });
    onClose();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wish) invite.mutate(wish);
  };
  const isAboutDays = problemOf(invite.error)?.issues?.every(({ path }) => path === 'until' || path === 'from');
  return (
    <Sheet title={say('guardians.invite')} onClose={onClose}>
      <form className="stack" noValidate onSubmit={submit}>
        <ProblemNote error={isAboutDays ? null : invite.error} />
        {invite.isSuccess && !invite.data.slip && <p className="note-soon">{say('guardians.lost')}</p>}
        <Fields
          typed={typed}
          isTried={isTried}
          today={today}
          error={invite.error}
          onChange={change => setTyped({ ...typed, ...change })}
        />
        <Button type="submit" kind="primary" isBusy={invite.isPending}>
          {say('guardians.make')}
        </Button>
      </form>
    </Sheet>
  );
}

/** What is sent; null while something is missing or no day can be read. */
function wishOf({ relation: chosen, from, ...typed }: Typed, today: string): Invitation | null {
  const relation = chosenOf(caregiverRelations, chosen);
  const rights = rightsOf(typed, today);
  const first = dayOf(from, today);
  if (!relation || !rights || first === undefined) return null;
  const { until, ...granted } = rights;
  return { relation, ...granted, ...(first ? { from: first } : {}), ...(until ? { until } : {}) };
}

type FieldsProps = {
  readonly typed: Typed;
  readonly isTried: boolean;
  readonly today: string;
  readonly error: unknown;
  readonly onChange: (change: Partial<Typed>) => void;
};

function Fields({ typed, isTried, today, error, onChange }: FieldsProps) {
  const { say, code } = useSpeech();
  return (
    <>
      <SelectField
        id="guardian-relation"
        label={say('guardians.relation')}
        isRequired
        error={isTried && typed.relation === '' ? say('guardians.chooseRelation') : undefined}
        value={typed.relation}
        onChange={relation => onChange({ relation })}
        options={caregiverRelations.map(value => ({ value, label: code('relation', value) }))}
      />
      <RightsFields typed={typed} isTried={isTried} onChange={onChange} />
      <DayField
        id="guardian-from"
        label={say('guardians.from')}
        isRequired={false}
        error={faultOf(error, 'from')}
        value={typed.from}
        onChange={from => onChange({ from })}
        today={today}
      />
      <UntilField typed={typed} today={today} error={error} onChange={onChange} />
    </>
  );
}
