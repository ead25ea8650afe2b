import { sexes } from '@kaerimichi/discharge';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useCallback, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { problemOf } from '../../api/problem-error.ts';
import { routes } from '../../api/routes.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useApi } from '../../app/services.tsx';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ChoiceField, SelectField } from '../../parts/choice-fields.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { ChildNameFields } from '../form/child-name-fields.tsx';
import { ErrorSummary } from '../form/error-summary.tsx';
import { SimilarCases } from './similar-cases.tsx';
import '../form/form.css';
import { fieldId } from '../form/form-fields.tsx';
import { KeptDraft } from '../form/kept-draft.tsx';
import { keptInput } from '../form/kept-input.ts';
import { MunicipalityField } from '../form/municipality-field.tsx';
import { OriginFields } from '../form/origin-fields.tsx';
import { ResumedDraft } from '../form/resumed-draft.tsx';
import { useDraftedInput } from '../form/use-drafted-input.ts';
import type { Message } from '../form/use-event-form.ts';
import { useInSight } from '../form/use-in-sight.ts';
import { withheldWords } from '../referral/state-words.ts';
import { useReferral } from '../referral/use-referrals.ts';
import {
  addressOf,
  type InputName,
  inputOfReferral,
  type RegistrationInput,
  readRegistration,
  startInput,
} from './registration.ts';
import { useRegister } from './use-register.ts';

/** ケース登録: what is needed to begin; everything else comes later. */
export function RegisterPage() {
  const { say } = useSpeech();
  const [search] = useSearchParams();
  const draftId = search.get('draft');
  const referralId = search.get('referral');
  usePageTitle(say('register.title'));
  return (
    <div className="page narrow stack">
      <h1>{say('register.title')}</h1>
      <p className="prose">{say('register.intro')}</p>
      {referralId ? <FromReferral id={referralId} /> : draftId ? <FromDraft id={draftId} /> : <NewForm />}
    </div>
  );
}

/** A draft fills the form in, so that nothing is typed twice. */
function FromDraft({ id }: { id: string }) {
  const api = useApi();
  const draft = useQuery({
    queryKey: ['drafts', id],
    queryFn: ({ signal }) => api.call(routes.draft, { params: { id }, signal }),
  });
  const { me } = useWorkplace();
  if (draft.data)
    return <RegisterForm start={startInput(me.membership.org.id, draft.data)} address={addressOf(draft.data)} />;
  return draft.error ? <ProblemNote error={draft.error} onRetry={() => void draft.refetch()} /> : <Patience />;
}

/** What another organisation told fills the form in; registering accepts the referral. */
function FromReferral({ id }: { id: string }) {
  const speech = useSpeech();
  const { say } = speech;
  const { me } = useWorkplace();
  const referral = useReferral(id);
  if (referral.error) return <ProblemNote error={referral.error} onRetry={() => void referral.refetch()} />;
  if (!referral.data) return <Patience />;
  const { from, child } = referral.data;
  if (!child) return <p className="note-info">{withheldWords(referral.data, speech)}</p>;
  return (
    <>
      <p className="note-info">{say('referral.fromReferral', { org: from.name })}</p>
      <RegisterForm start={inputOfReferral(me.membership.org.id, id, child)} />
    </>
  );
}

function NewForm() {
  const { me } = useWorkplace();
  return <RegisterForm start={startInput(me.membership.org.id, null)} />;
}

type FormProps = {
  readonly start: RegistrationInput;
  /** Of a file, as it writes it. */
  readonly address?: string;
};

function RegisterForm({ start, address }: FormProps) {
  const { say, findWord } = useSpeech();
  const today = useToday();
  const navigate = useNavigate();
  const register = useRegister();
  const drafted = useRegistrationDraft(start);
  const { input } = drafted;
  // Answers that have arrived, of the form itself or of the server.
  const [answers, setAnswers] = useState(0);
  const read = readRegistration(input, today);
  const faults = answers > 0 ? read.faults : [];
  const issues = problemOf(register.error)?.issues ?? [];
  const messages: Message[] = [
    ...faults.map(({ path, why }) => ({ path, text: say(`fault.${why}`, { label: say(`register.${path}`) }) })),
    ...issues.map(({ path, message }) => {
      const label = findWord('register', path);
      return { path, text: message, ...(label ? { label } : {}) };
    }),
  ];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const made = read.faults.length > 0 ? null : await register.send(read.body);
    if (!made) return setAnswers(now => now + 1);
    drafted.forget();
    void navigate(`/cases/${made.id}`);
  };
  return (
    <form className="form" noValidate onSubmit={event => void submit(event)}>
      <ResumedDraft isResumed={drafted.isResumed} onForget={drafted.forget} />
      <ErrorSummary messages={messages} answers={answers} />
      {issues.length === 0 && <RegistrationRefused error={register.error} answers={answers} />}
      <RegisterFields input={input} onChange={drafted.change} messages={messages} address={address} />
      <SimilarCases input={input} referral={input.referral} onAdded={drafted.forget} />
      <div className="form-actions">
        <Button type="submit" kind="primary" isBusy={register.isBusy}>
          {say('register.submit')}
        </Button>
        <KeptDraft {...drafted.draft} />
      </div>
    </form>
  );
}

/** What is typed, kept until it is registered: one draft for a new child, and one for each referral and file. */
function useRegistrationDraft(start: RegistrationInput) {
  const [first] = useState(start);
  const from = first.draft ? ['draft', first.draft] : first.referral ? ['referral', first.referral] : [];
  return useDraftedInput({
    about: {
      place: ['register', ...from].join('.'),
      caseId: null,
      subject: 'register',
      route: `/cases/new${from.length > 0 ? `?${from.join('=')}` : ''}`,
    },
    first,
    parse: useCallback((kept: unknown) => keptInput(first, kept), [first]),
  });
}

/** Why the registration was not taken as a whole; no field is at fault. */
function RegistrationRefused({ error, answers }: { error: unknown; answers: number }) {
  const box = useInSight(answers);
  if (!error) return null;
  return (
    <div ref={box} tabIndex={-1}>
      <ProblemNote error={error} />
    </div>
  );
}

type FieldsProps = {
  readonly input: RegistrationInput;
  readonly onChange: (part: Partial<RegistrationInput>) => void;
  readonly messages: readonly Message[];
  readonly address: string | undefined;
};

function RegisterFields({ input, onChange, messages, address }: FieldsProps) {
  const { say, code } = useSpeech();
  const { me } = useWorkplace();
  const today = useToday();
  const field = (name: InputName, isRequired = false) => ({
    id: fieldId(name),
    label: say(`register.${name}`),
    isRequired,
    error: messages.find(({ path }) => path === name)?.text,
    value: input[name],
    onChange: (value: string) => onChange({ [name]: value }),
  });
  const orgs = new Map(me.memberships.map(({ org }) => [org.id, org.name]));
  return (
    <>
      {orgs.size > 1 && (
        <SelectField {...field('lead', true)} options={[...orgs].map(([value, label]) => ({ value, label }))} />
      )}
      <ChildNameFields field={field} onChange={onChange} />
      <ChoiceField
        {...field('birth', true)}
        options={[
          { value: 'born', label: say('register.isBorn') },
          { value: 'expected', label: say('register.isExpected') },
        ]}
      />
      {input.birth === 'expected' ? (
        <DayField {...field('expectedOn', true)} today={today} />
      ) : (
        <DayField {...field('bornOn', true)} today={today} use="birth" />
      )}
      <NumberField {...field('gestationWeeks')} unit={say('register.weeks')} hint={say('register.gestationHint')} />
      <ChoiceField {...field('sex', true)} options={sexes.map(value => ({ value, label: code('sex', value) }))} />
      <NumberField {...field('birthOrder')} hint={say('register.birthOrderHint')} />
      <TextField {...field('hospitalNumber')} input={{ autoComplete: 'off' }} />
      <MunicipalityField {...field('municipality')} address={address} />
      <OriginFields origin={field('origin', true)} needs={input.needs} onNeeds={needs => onChange({ needs })} />
      <TextField {...field('reason', true)} isLong hint={say('register.reasonHint')} input={{ maxLength: 1000 }} />
    </>
  );
}
