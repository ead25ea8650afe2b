import { type CompositionEvent, useRef } from 'react';
import type { FieldProps } from './field.tsx';
import { TextField } from './text-field.tsx';
import { beginReading, goOnReading, noReading, type Reading } from './typed-reading.ts';

/** What changes by one key: the name, its reading, or both. */
export type TypedName = { readonly name?: string; readonly kana?: string };

type Props = FieldProps & {
  readonly value: string;
  /** What stands in the field of its reading, which takes what is typed here until somebody types there. */
  readonly kana: string;
  readonly onType: (typed: TypedName) => void;
  readonly maxLength?: number | undefined;
};

/** A part of a name: its reading fills itself from what the input method composes. */
export function NameField({ kana, onType, maxLength, ...field }: Props) {
  const kept = useRef(noReading);
  const composing = useRef<Reading | null>(null);
  const goOn = ({ data }: CompositionEvent) => {
    if (!composing.current) return;
    composing.current = goOnReading(composing.current, data);
    const { filled } = composing.current;
    if (filled !== kept.current.filled) onType({ kana: filled });
    kept.current = composing.current;
  };
  const begin = ({ currentTarget: { selectionStart, selectionEnd } }: CompositionEvent<HTMLInputElement>) => {
    const isWhole = selectionStart === 0 && selectionEnd === field.value.length;
    composing.current = beginReading(kept.current, { name: isWhole ? '' : field.value, kana });
  };
  const change = (name: string) => {
    // A name that is taken away takes along what was filled in for it.
    const isAway = name === '' && !composing.current && kana !== '' && kana === kept.current.filled;
    onType(isAway ? { name, kana: '' } : { name });
    if (isAway) kept.current = noReading;
  };
  return (
    <TextField
      {...field}
      onChange={change}
      input={{
        lang: 'ja',
        autoComplete: 'off',
        maxLength,
        onCompositionStart: begin,
        onCompositionUpdate: goOn,
        onCompositionEnd: event => {
          goOn(event);
          composing.current = null;
        },
      }}
    />
  );
}
