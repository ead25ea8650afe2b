import { useSpeech } from '../words/speech-context.tsx';
import type { FieldProps } from './field.tsx';
import { parseTelephone, shownTelephone } from './telephone.ts';
import { TextField } from './text-field.tsx';
import { useUnread } from './use-unread.ts';

type Props = FieldProps & { readonly value: string; readonly onChange: (value: string) => void };

/** A telephone number, with or without hyphens: once the field is left it stands in groups, as it is said. */
export function TelephoneField({ value, onChange, error, ...field }: Props) {
  const { say } = useSpeech();
  const isUnread = value.trim() !== '' && !parseTelephone(value);
  const { unread, leave, type } = useUnread(isUnread ? say('err.telephone') : undefined);
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
        type: 'tel',
        inputMode: 'tel',
        autoComplete: 'off',
        maxLength: 40,
        placeholder: say('form.telephoneExample'),
        onBlur: () => {
          leave();
          const shown = shownTelephone(value);
          if (shown !== value) onChange(shown);
        },
      }}
    />
  );
}
