import { type KeyboardEvent, useId, useState } from 'react';
import { useSpeech } from '../words/speech-context.tsx';
import type { Option } from './choice-fields.tsx';
import './combo-field.css';
import { Field, type FieldProps } from './field.tsx';
import { findOptions, meantOption } from './find-options.ts';
import { OptionList } from './option-list.tsx';

type Props = FieldProps & {
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What stands in the field where nothing is chosen. */
  readonly nothing?: string | undefined;
};

/** One of many, found by typing a part of it or of its reading: a combobox whose list opens below. */
export function ComboField({ options, value, onChange, nothing, error, ...field }: Props) {
  const { say } = useSpeech();
  const list = useId();
  const combo = useCombo({ options, value, onChange });
  const { found, at, isOpen } = combo;
  return (
    <Field {...field} error={error ?? (combo.isUnknown ? say('err.choice') : undefined)}>
      {tied => (
        <div className="combo">
          <input
            {...tied}
            {...combo.handlers}
            className="input combo-input"
            role="combobox"
            autoComplete="off"
            placeholder={nothing ?? say('form.chooseByTyping')}
            value={combo.text}
            aria-expanded={isOpen}
            aria-controls={isOpen ? list : undefined}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && found[at] ? `${list}-${at}` : undefined}
          />
          {isOpen && <Choices id={list} found={found} at={at} value={value} onChoose={combo.choose} />}
          <span className="hidden-visually" role="status">
            {combo.isTyping ? say('form.found', { n: found.length }) : ''}
          </span>
        </div>
      )}
    </Field>
  );
}

/** What is typed, which options that finds, and which of them Enter would choose. */
function useCombo({ options, value, onChange }: Pick<Props, 'options' | 'value' | 'onChange'>) {
  const chosen = options.find(option => option.value === value);
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const found = findOptions(options, typed ?? '');
  const open = () => {
    setOpen(true);
    setAt(
      Math.max(
        0,
        found.findIndex(option => option.value === value),
      ),
    );
  };
  const close = () => {
    setOpen(false);
    setTyped(null);
  };
  const choose = (option: Option | undefined) => {
    if (option) onChange(option.value);
    close();
  };
  /** Whoever goes on has chosen what alone can be meant; other text stays to be seen, and nothing is chosen by it. */
  const leave = () => {
    const meant = typed === null ? null : meantOption(options, typed);
    if (meant) return choose(meant);
    if (typed !== null) onChange('');
    if (typed?.trim()) setOpen(false);
    else close();
  };
  const step = (by: number) => (isOpen ? setAt((at + by + found.length) % Math.max(1, found.length)) : open());
  const handlers = {
    onClick: open,
    onBlur: leave,
    onChange: ({ target }: { target: { value: string } }) => {
      setTyped(target.value);
      setOpen(true);
      setAt(0);
    },
    onKeyDown: (event: KeyboardEvent) => onComboKey(event, { isOpen, step, close, choose: () => choose(found[at]) }),
  };
  const text = typed ?? chosen?.label ?? '';
  return {
    found,
    at,
    isOpen,
    choose,
    handlers,
    text,
    isTyping: isOpen && typed !== null,
    isUnknown: !isOpen && typed !== null,
  };
}

type Keys = {
  readonly isOpen: boolean;
  readonly step: (by: number) => void;
  readonly close: () => void;
  readonly choose: () => void;
};

function onComboKey(event: KeyboardEvent, { isOpen, step, close, choose }: Keys): void {
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
  const whenOpen: Readonly<Record<string, () => void>> = { Enter: choose, Escape: close };
  const always: Readonly<Record<string, () => void>> = { ArrowDown: () => step(1), ArrowUp: () => step(-1) };
  const act = always[event.key] ?? (isOpen ? whenOpen[event.key] : undefined);
  if (!act) return;
  // Of an open list: neither sends the form, nor closes the sheet around it.
  event.preventDefault();
  event.stopPropagation();
  act();
}

type ChoicesProps = {
  readonly id: string;
  readonly found: readonly Option[];
  readonly at: number;
  readonly value: string;
  readonly onChoose: (option: Option) => void;
};

function Choices({ id, found, at, value, onChoose }: ChoicesProps) {
  const { say } = useSpeech();
  if (found.length === 0) return <p className="combo-list combo-none">{say('form.noneFound')}</p>;
  return (
    <OptionList
      {...{ id, at, onChoose }}
      className="combo-list"
      label={say('form.choices')}
      items={found}
      keyOf={option => option.value}
      isChosen={option => option.value === value}
    >
      {option => (
        <>
          {option.label}
          {option.group && <span className="small muted">{option.group}</span>}
        </>
      )}
    </OptionList>
  );
}
