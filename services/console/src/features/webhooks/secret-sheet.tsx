import { PaperSlip } from '../../parts/paper-slip.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

type Props = { readonly url: string; readonly secret: string; readonly onClose: () => void };

/** The secret by which the other side knows that a message is ours, shown once. */
export function SecretSheet({ url, secret, onClose }: Props) {
  const { say } = useSpeech();
  const lines = [
    [say('webhook.url'), url],
    [say('webhook.secret'), secret],
  ] as const;
  return (
    <PaperSlip
      title={say('webhook.secretTitle')}
      once={say('webhook.secretOnce')}
      paper={{ title: say('webhook.secretTitle'), lines, how: say('webhook.secretHow') }}
      mayBeCopied
      done={say('webhook.secretDone')}
      onClose={onClose}
    />
  );
}
