import { caregiverRelations, grantable } from '@kaerimichi/discharge';
import { type FormEvent, useState } from 'react';
import { problemOf } from '../../api/problem-error.ts';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { CheckGroup, ChoiceField, SelectField } from '../../parts/choice-fields.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { parseDay } from '../../parts/parse-day.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { chosenOf, faultOf } from '../admin/choices.ts';
import type { Slip } from './invitation-slip.tsx';
import { type Invitation, useInvite } from './use-guardians.ts';

/** Images are not offered: there are none that a family could be shown. */
const shareable = grantable.options.filter(category => category !== 'images');
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
    onSlip({ ...slip, relation: wish.relation, from: wish.from ?? null });
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
function wishOf({ relation: chosen, decides, from, until, categories }: Typed, today: string): Invitation | null {
  const relation = chosenOf(caregiverRelations, chosen);
  const named = shareable.filter(category => categories.includes(category));
  const [first, last] = [from, until].map(text => (text.trim() === '' ? null : parseDay(text, today)));
  if (!relation || named.length === 0 || decides === '' || first === undefined || last === undefined) return null;
  if ((from.trim() !== '' && !first) || (until.trim() !== '' && !last)) return null;
  const period = { ...(first ? { from: first } : {}), ...(last ? { until: last } : {}) };
  return { relation, categories: named, decides: decides === 'yes', ...period };
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
  const missing = (isMissing: boolean, words: string) => (isTried && isMissing ? words : undefined);
  return (
    <>
      <SelectField
        id="guardian-relation"
        label={say('guardians.relation')}
        isRequired
        error={missing(typed.relation === '', say('guardians.chooseRelation'))}
        value={typed.relation}
        onChange={relation => onChange({ relation })}
        options={caregiverRelations.map(value => ({ value, label: code('relation', value) }))}
      />
      <CheckGroup
        id="guardian-categories"
        label={say('guardians.categories')}
        hint={say('guardians.categoriesHint')}
        error={missing(typed.categories.length === 0, say('guardians.chooseCategories'))}
        values={typed.categories}
        onChange={categories => onChange({ categories })}
        options={shareable.map(value => ({ value, label: code('category', value) }))}
      />
      <ChoiceField
        id="guardian-decides"
        label={say('guardians.decidesAsk')}
        hint={say('guardians.decidesHint')}
        isRequired
        error={missing(typed.decides === '', say('guardians.chooseDecides'))}
        value={typed.decides}
        onChange={decides => onChange({ decides })}
        options={[
          { value: 'yes', label: say('guardians.yes') },
          { value: 'no', label: say('guardians.no') },
        ]}
      />
      <DayField
        id="guardian-from"
        label={say('guardians.from')}
        isRequired={false}
        error={faultOf(error, 'from')}
        value={typed.from}
        onChange={from => onChange({ from })}
        today={today}
      />
      <DayField
        id="guardian-until"
        label={say('guardians.until')}
        isRequired={false}
        error={faultOf(error, 'until')}
        value={typed.until}
        onChange={until => onChange({ until })}
        today={today}
      />
    </>
  );
}
