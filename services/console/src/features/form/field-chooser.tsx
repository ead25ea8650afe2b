import type { CaseView } from '@kaerimichi/contracts';
import { useEffect, useRef } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { describeBody } from '../case/describe-values.ts';
import { useNames } from '../case/use-names.ts';
import { type Choice, type Clash, canJoin } from './clash.ts';
import { fieldId } from './form-fields.tsx';
import type { FieldSpec } from './schema.ts';
import { choicePath, type Message } from './use-event-form.ts';
import { WordDifference } from './word-difference.tsx';

type Props = {
  readonly clash: Clash;
  readonly view: CaseView;
  readonly messages: readonly Message[];
  readonly onChoose: (field: FieldSpec, choice: Choice) => void;
};

/** Fields that two people changed: theirs, mine, or both one after the other. Nothing is chosen beforehand. */
export function FieldChooser({ clash, view, messages, onChoose }: Props) {
  const { say } = useSpeech();
  const box = useRef<HTMLElement>(null);
  const { mine, theirs } = clash;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another conflict is another choice
  useEffect(() => box.current?.focus(), [mine, theirs]);
  return (
    <section className="form-part" tabIndex={-1} ref={box} aria-labelledby="choose-title">
      <h2 id="choose-title">{say('conflict.choose')}</h2>
      {clash.fields.map(field => (
        <FieldChoice
          key={field.name}
          field={field}
          clash={clash}
          view={view}
          error={messages.find(({ path }) => path === choicePath(field.name))?.text}
          onChoose={choice => onChoose(field, choice)}
        />
      ))}
    </section>
  );
}

type ChoiceProps = {
  readonly field: FieldSpec;
  readonly clash: Clash;
  readonly view: CaseView;
  readonly error: string | undefined;
  readonly onChoose: (choice: Choice) => void;
};

function FieldChoice({ field, clash, view, error, onChoose }: ChoiceProps) {
  const { say } = useSpeech();
  const words = useValueWords(field, view);
  const [theirs, mine] = [words(clash.theirs), words(clash.mine)];
  const isText = canJoin(field);
  const both = isText ? [{ value: 'both', label: say('conflict.both') }] : [];
  return (
    <ChoiceField
      id={fieldId(choicePath(field.name))}
      label={field.label}
      isRequired
      error={error}
      {...(isText ? { hint: <WordDifference before={theirs} after={mine} /> } : {})}
      options={[
        { value: 'theirs', label: say('conflict.theirs', { value: theirs || say('conflict.empty') }) },
        { value: 'mine', label: say('conflict.mine', { value: mine || say('conflict.empty') }) },
        ...both,
      ]}
      value={clash.choices[field.name] ?? ''}
      onChange={value => {
        if (value === 'theirs' || value === 'mine' || value === 'both') onChoose(value);
      }}
    />
  );
}

function useValueWords(field: FieldSpec, view: CaseView) {
  const speech = useSpeech();
  const names = useNames(view);
  const today = useToday();
  return (body: Readonly<Record<string, unknown>>) =>
    describeBody([field], body, { speech, names, today })[0]?.text ?? '';
}
