import { webhookKinds } from '@kaerimichi/contracts';
import { CheckGroup } from '../../parts/choice-fields.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { faultOf } from '../admin/choices.ts';

/** A webhook as it is typed. */
export type WebhookInput = { readonly url: string; readonly kinds: readonly string[] };

/** What is sent; null while something is missing. */
export function readWebhook({ url, kinds }: WebhookInput) {
  const chosen = webhookKinds.filter(kind => kinds.includes(kind));
  return url.trim() === '' || chosen.length === 0 ? null : { url: url.trim(), kinds: chosen };
}

type Props = {
  readonly id: string;
  readonly input: WebhookInput;
  readonly onChange: (input: WebhookInput) => void;
  readonly isTried: boolean;
  /** What the server said of the last attempt. */
  readonly error: unknown;
};

/** Where a webhook leads, and of what it is told. */
export function WebhookFields({ id, input, onChange, isTried, error }: Props) {
  const { say, code } = useSpeech();
  const isNowhere = isTried && input.url.trim() === '';
  return (
    <>
      <TextField
        label={say('webhook.url')}
        hint={say('webhook.urlHint')}
        isRequired
        value={input.url}
        error={isNowhere ? say('fault.missing', { label: say('webhook.url') }) : faultOf(error, 'url')}
        onChange={url => onChange({ ...input, url })}
        input={{ type: 'url', inputMode: 'url', autoComplete: 'off', spellCheck: false, maxLength: 1000 }}
      />
      <CheckGroup
        id={`${id}-kinds`}
        label={say('webhook.kinds')}
        {...(isTried && input.kinds.length === 0 && { error: say('webhook.noKind') })}
        options={webhookKinds.map(value => ({ value, label: code('noticeKind', value) }))}
        values={[...input.kinds]}
        onChange={kinds => onChange({ ...input, kinds })}
      />
    </>
  );
}
