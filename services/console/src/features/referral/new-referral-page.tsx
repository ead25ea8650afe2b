import { sexes } from '@kaerimichi/discharge';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Listed } from '../../api/all-organisations.ts';
import { problemOf } from '../../api/problem-error.ts';
import { useAllOrganisations } from '../../api/use-all-organisations.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { ComboField } from '../../parts/combo-field.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TelephoneField } from '../../parts/telephone-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { ChildNameFields } from '../form/child-name-fields.tsx';
import { ErrorSummary } from '../form/error-summary.tsx';
import '../form/form.css';
import { fieldId } from '../form/form-fields.tsx';
import { KeptDraft } from '../form/kept-draft.tsx';
import { keptInput } from '../form/kept-input.ts';
import { MunicipalityField } from '../form/municipality-field.tsx';
import { OriginFields, type TiedField } from '../form/origin-fields.tsx';
import { ResumedDraft } from '../form/resumed-draft.tsx';
import { useDraftedInput } from '../form/use-drafted-input.ts';
import type { Message } from '../form/use-event-form.ts';
import { emptyReferral, type ReferralField, type ReferralInput, readReferral } from './new-referral.ts';
import { useFieldLabel } from './use-field-label.ts';
import { useSendReferral } from './use-referrals.ts';

const draftAbout = { place: 'referral', caseId: null, subject: 'referral', route: '/referrals/new' };
const parseKept = (kept: unknown) => keptInput(emptyReferral, kept);

/** 依頼を送る: asks an organisation that can lead to take on a child. */
export function NewReferralPage() {
  const { say } = useSpeech();
  const today = useToday();
  const labelOf = useFieldLabel();
  const navigate = useNavigate();
  const sending = useSendReferral();
  const drafted = useDraftedInput({ about: draftAbout, first: emptyReferral, parse: parseKept });
  const { input } = drafted;
  const [answers, setAnswers] = useState(0);
  usePageTitle(say('referral.new'));
  const read = readReferral(input, today);
  const issues = problemOf(sending.error)?.issues ?? [];
  const messages: Message[] = [
    ...(answers > 0 ? read.faults : []).map(({ path, why }) => ({
      path,
      text: say(`fault.${why}`, { label: labelOf(path) }),
    })),
    ...issues.map(({ path, message }) => ({ path, text: message, label: labelOf(path) })),
  ];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const sent = read.faults.length === 0 ? await sending.mutateAsync(read.body).catch(() => null) : null;
    if (!sent) return setAnswers(now => now + 1);
    drafted.forget();
    void navigate('/referrals?box=out');
  };
  return (
    <div className="page narrow stack">
      <h1>{say('referral.new')}</h1>
      <p className="prose">{say('referral.newIntro')}</p>
      <form className="form" noValidate onSubmit={event => void submit(event)}>
        <ResumedDraft isResumed={drafted.isResumed} onForget={drafted.forget} />
        <ErrorSummary messages={messages} answers={answers} />
        {issues.length === 0 && <ProblemNote error={sending.error} />}
        <Fields input={input} onChange={drafted.change} messages={messages} />
        <p className="small muted">{say('referral.sure')}</p>
        <div className="form-actions">
          <Button type="submit" kind="primary" isBusy={sending.isPending}>
            {say('referral.send')}
          </Button>
          <KeptDraft {...drafted.draft} />
        </div>
      </form>
    </div>
  );
}

type FieldsProps = {
  readonly input: ReferralInput;
  readonly onChange: (part: Partial<ReferralInput>) => void;
  readonly messages: readonly Message[];
};

const leading = (listed: Listed) => listed.filter(({ leads }) => leads);

function Fields({ input, onChange, messages }: FieldsProps) {
  const { say, code } = useSpeech();
  const { me } = useWorkplace();
  const labelOf = useFieldLabel();
  const receivers = useAllOrganisations(leading) ?? [];
  const field = (name: ReferralField, isRequired = false) => ({
    id: fieldId(name),
    label: labelOf(name),
    isRequired,
    error: messages.find(({ path }) => path === name)?.text,
    value: input[name],
    onChange: (value: string) => onChange({ [name]: value }),
  });
  const others = receivers
    .filter(({ id }) => id !== me.membership.org.id)
    .map(({ id, name, kind }) => ({ value: id, label: name, group: code('orgKind', kind) }));
  return (
    <>
      <ComboField {...field('to', true)} options={others} />
      <ChoiceField
        {...field('consent', true)}
        options={[
          { value: 'agreed', label: say('referral.agreed') },
          { value: 'notAsked', label: say('referral.notAsked') },
        ]}
      />
      {input.consent === 'agreed' && <NamedFields input={input} field={field} onChange={onChange} />}
      <ChoiceField {...field('sex')} options={sexes.map(value => ({ value, label: code('sex', value) }))} />
      <OriginFields origin={field('origin', true)} needs={input.needs} onNeeds={needs => onChange({ needs })} />
      <TextField {...field('reason', true)} isLong hint={say('referral.reasonHint')} input={{ maxLength: 1000 }} />
      <TelephoneField {...field('telephone')} />
    </>
  );
}

type NamedProps = Pick<FieldsProps, 'input' | 'onChange'> & {
  readonly field: (name: ReferralField, isRequired?: boolean) => TiedField;
};

/** Who the child is: asked for only where the family agreed. */
function NamedFields({ input, field, onChange }: NamedProps) {
  const { say } = useSpeech();
  const today = useToday();
  return (
    <>
      <TextField
        {...field('agreedBy', true)}
        hint={say('referral.agreedByHint')}
        input={{ lang: 'ja', maxLength: 100, autoComplete: 'off' }}
      />
      <ChildNameFields field={field} onChange={onChange} />
      <ChoiceField
        {...field('birth')}
        options={[
          { value: 'born', label: say('register.isBorn') },
          { value: 'expected', label: say('register.isExpected') },
        ]}
      />
      <DayField {...field(input.birth === 'expected' ? 'expectedOn' : 'bornOn')} today={today} />
      <MunicipalityField {...field('municipality')} />
    </>
  );
}
