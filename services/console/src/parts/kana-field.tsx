import { useState } from 'react';
import { useSpeech } from '../words/speech-context.tsx';
import type { FieldProps } from './field.tsx';
import { isKana, toHiragana } from './parse-kana.ts';
import { TextField } from './text-field.tsx';

type Props = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength?: number | undefined;
};

/** ふりがな: takes any kana and turns it into hiragana when the field is left. */
export function KanaField({ value, onChange, error, maxLength, ...field }: Props) {
  const { say } = useSpeech();
  const [isLeft, setLeft] = useState(false);
  const own = isLeft && !isKana(value) ? say('err.kana') : undefined;
  return (
    <TextField
      {...field}
      error={error ?? own}
      value={value}
      onChange={next => {
        setLeft(false);
        onChange(next);
      }}
      input={{
        lang: 'ja',
        autoComplete: 'off',
        maxLength,
        onBlur: () => {
          setLeft(true);
          if (isKana(value) && toHiragana(value) !== value) onChange(toHiragana(value));
        },
      }}
    />
  );
}
