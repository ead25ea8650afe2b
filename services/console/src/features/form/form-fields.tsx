import type { CaseView } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { CheckGroup, ChoiceField, SelectField } from '../../parts/choice-fields.tsx';
import { DayField, type DayUse } from '../../parts/day-field.tsx';
import { KanaField } from '../../parts/kana-field.tsx';
import { NameField, type TypedName } from '../../parts/name-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { ChooseFacility } from '../facilities/choose-facility.tsx';
import { caregiverOptions } from './caregiver-options.ts';
import { ItemField } from './item-field.tsx';
import { plannedDischarge } from './planned-discharge.ts';
import { RowsField } from './rows-field.tsx';
import type { FieldSpec } from './schema.ts';
import { TemplateInsert } from './template-insert.tsx';
import { kindOfField } from './text-templates.ts';
import type { Message } from './use-event-form.ts';
import { isValues, listOf, textOf, type Value, type Values } from './values.ts';
import { WholeField } from './whole-field.tsx';

export type FieldsProps = {
  readonly fields: readonly FieldSpec[];
  readonly values: Values;
  readonly onChange: (values: Values) => void;
  readonly messages: readonly Message[];
  /** Where its items come from; absent on a form without a case. */
  readonly view: CaseView | null;
  /** Whose form it is, where that decides which items are offered. */
  readonly event?: string;
  readonly at?: string;
};

export const pathOf = (at: string | undefined, name: string): string => (at ? `${at}.${name}` : name);
export const fieldId = (path: string): string => `field-${path.replaceAll('.', '-')}`;

/** The fields of a form, or of a part of one. */
export function FormFields(props: FieldsProps) {
  return props.fields.map(field => <FormField key={field.name} field={field} {...props} />);
}

type FieldProps = FieldsProps & { readonly field: FieldSpec };

/** What a day is for, where that shows how it is asked. */
const dayUses: Readonly<Record<string, DayUse | undefined>> = {
  bornOn: 'birth',
  recheckOn: 'deadline',
  dueOn: 'deadline',
  replyBy: 'deadline',
};

type DayProps = Pick<FieldsProps, 'view'> & {
  readonly about: About;
  readonly name: string;
  readonly value: string;
  readonly set: (value: string) => void;
};

function DayPart({ view, about, name, value, set }: DayProps) {
  const today = useToday();
  return (
    <DayField
      {...about}
      value={value}
      onChange={set}
      today={today}
      use={dayUses[name]}
      discharge={plannedDischarge(view)}
    />
  );
}

function FormField({ field, ...props }: FieldProps) {
  const { say, findWord } = useSpeech();
  const path = pathOf(props.at, field.name);
  const value = props.values[field.name];
  const set = (next: Value | undefined) => props.onChange({ ...props.values, [field.name]: next });
  const about = {
    id: fieldId(path),
    label: field.label,
    ...requiredMark(field),
    error: props.messages.find(message => message.path === path)?.text,
    ...withHint(findWord('hint', `${props.event}.${field.name}`) ?? findWord('hint', field.name) ?? field.hint),
  };
  switch (field.kind) {
    case 'newId':
      return null;
    case 'item':
      return (
        <ItemField
          {...about}
          field={field}
          view={props.view}
          values={props.values}
          event={props.event}
          value={textOf(value)}
          onChange={set}
        />
      );
    case 'day':
      return <DayPart {...props} about={about} name={field.name} value={textOf(value)} set={set} />;
    case 'choice':
      return <ChoiceField {...about} options={field.choices} value={textOf(value)} onChange={set} />;
    case 'choices':
      return <CheckGroup {...about} options={field.choices} values={listOf(value)} onChange={set} />;
    case 'yesNo':
      return (
        <ChoiceField
          {...about}
          options={[
            { value: 'true', label: say('form.yes') },
            { value: 'false', label: say('form.no') },
          ]}
          value={typeof value === 'boolean' ? String(value) : ''}
          onChange={next => set(next === '' ? undefined : next === 'true')}
        />
      );
    case 'whole':
      return <WholeField about={about} field={field} view={props.view} value={textOf(value)} onChange={set} />;
    case 'kana':
      return <KanaField {...about} value={textOf(value)} onChange={set} maxLength={field.most} />;
    case 'text':
      return <TextPart {...props} about={about} field={field} value={textOf(value)} set={set} />;
    case 'group':
      return (
        <PartOfForm
          {...props}
          about={about}
          fields={field.fields}
          at={path}
          values={isValues(value) ? value : {}}
          onChange={set}
        />
      );
    case 'rows':
      return <RowsField about={about} field={field} {...props} at={path} value={value} onChange={set} />;
  }
}

export type About = {
  readonly id: string;
  readonly label: string;
  readonly isRequired?: boolean;
  readonly error: string | undefined;
  readonly hint?: string;
};

/** A list that may stay empty has to be sent, not filled: it carries no mark. */
function requiredMark(field: FieldSpec) {
  const mayBeEmpty = (field.kind === 'rows' || field.kind === 'choices') && field.least === 0;
  return field.isRequired && mayBeEmpty ? {} : { isRequired: field.isRequired };
}

const withHint = (hint: string | undefined) => (hint ? { hint } : {});

type TextPartProps = FieldsProps & {
  readonly about: About;
  readonly field: FieldSpec & { kind: 'text' };
  readonly value: string;
  readonly set: (value: string) => void;
};

/** What is written; of an organisation outside the network it may come from the resources. */
function TextPart({ about, field, value, set, ...props }: TextPartProps) {
  const isOutside = props.event === 'candidate.asked' && field.name === 'outside';
  return (
    <>
      <WrittenField
        about={about}
        field={field}
        kana={readingOf(field.name, props)}
        view={props.view}
        value={value}
        onChange={set}
      />
      {isOutside && <ChooseFacility part={textOf(props.values.function)} onChoose={set} />}
    </>
  );
}

type Named = { readonly kana: string; readonly onType: (typed: TypedName) => void };

/** Of the field of a name whose reading is asked beside it (`familyName`, `familyKana`). */
function readingOf(name: string, { fields, values, onChange }: FieldsProps): Named | null {
  const kana = name.replace(/Name$/, 'Kana');
  if (kana === name || !fields.some(field => field.kind === 'kana' && field.name === kana)) return null;
  const onType = (typed: TypedName) =>
    onChange({
      ...values,
      ...(typed.name === undefined ? {} : { [name]: typed.name }),
      ...(typed.kana === undefined ? {} : { [kana]: typed.kana }),
    });
  return { kana: textOf(values[kana]), onType };
}

type WrittenProps = {
  readonly about: About;
  readonly field: FieldSpec & { kind: 'text' };
  /** Of a name: its reading, and what takes both. */
  readonly kana: Named | null;
  readonly view: CaseView | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** Text, or a code: people choose a code by its word where the pathway has words for this field. */
function WrittenField({ about, field, kana, view, value, onChange }: WrittenProps) {
  const speech = useSpeech();
  const { say } = speech;
  const listed = useSuggestions(field.name, value);
  const suggested = field.name === 'caregiver' ? caregiverOptions(view, value, speech) : listed;
  if (field.isCode && suggested.length > 0)
    return <SelectField {...about} options={suggested} value={value} onChange={onChange} />;
  if (kana) return <NameField {...about} value={value} {...kana} maxLength={field.most} />;
  const hint = field.isCode ? { hint: about.hint ?? say('form.codeHint') } : {};
  const most = field.most ? { maxLength: field.most } : {};
  const text = <TextField {...about} {...hint} isLong={field.isLong} value={value} onChange={onChange} input={most} />;
  if (!field.isLong) return text;
  return (
    <TemplateInsert kind={kindOfField(field.name)} label={about.label} most={field.most} {...{ value, onChange }}>
      {text}
    </TemplateInsert>
  );
}

/** Codes that nurses choose from where the wire allows any: kinds of devices, services. */
const suggestedCodes: Readonly<Record<string, readonly string[]>> = {
  kind: ['ventilator', 'niv', 'oxygen', 'suction', 'nasalTube', 'gastrostomy', 'centralLine', 'dialysis', 'other'],
  service: [
    'neurology',
    'respiratory',
    'surgery',
    'orthopaedics',
    'rehabilitation',
    'dental',
    'homeNursing',
    'homePhysician',
    'other',
  ],
};

function useSuggestions(name: string, value: string) {
  const { code } = useSpeech();
  const codes = suggestedCodes[name] ?? [];
  const all = value !== '' && codes.length > 0 && !codes.includes(value) ? [...codes, value] : codes;
  return all.map(id => ({ value: id, label: code(name, id) }));
}

type PartProps = FieldsProps & { readonly about: About };

function PartOfForm({ about, ...fields }: PartProps) {
  return (
    <fieldset className="form-part" id={about.id} tabIndex={-1}>
      <legend>{about.label}</legend>
      <FormFields {...fields} />
    </fieldset>
  );
}
