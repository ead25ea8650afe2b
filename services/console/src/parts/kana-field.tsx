import { useSpeech } from '../words/speech-context.tsx';
import type { FieldProps } from './field.tsx';
import { isKana, toHiragana } from './parse-kana.ts';
import { TextField } from './text-field.tsx';
import { useUnread } from './use-unread.ts';

type Props = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength?: number | undefined;
};

/** ふりがな: takes any kana and turns it into hiragana when the field is left. */
export function KanaField({ value, onChange, error, maxLength, ...field }: Props) {
  const { say } = useSpeech();
  const { unread, leave, type } = useUnread(isKana(value) ? undefined : say('err.kana'));
  return (
    <TextField
      {...field}
      error={error ?? unread}
      value={value}
      onChange={next => {
        type();
        onChange(next);
      }}
      input={{
        lang: 'ja',
        autoComplete: 'off',
        maxLength,
        onBlur: () => {
          leave();
          if (isKana(value) && toHiragana(value) !== value) onChange(toHiragana(value));
        },
      }}
    />
  );
}
