import { PaperSlip } from '../../parts/paper-slip.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

export type Slip = { readonly token: string; readonly expiresAt: string };
export type SlipFor = { readonly displayName: string; readonly identifier: string };

type Props = { readonly person: SlipFor; readonly slip: Slip; readonly onClose: () => void };

/** The slip with which somebody chooses a password: on paper or copied into a message of the house. */
export function SlipSheet({ person, slip, onClose }: Props) {
  const { say, language } = useSpeech();
  // The token stands in the fragment, which no server log and no referrer ever sees.
  const address = `${window.location.origin}/password#${slip.token}`;
  const lines = [
    [say('slip.person'), person.displayName],
    [say('admin.identifier'), person.identifier],
    [say('slip.address'), address],
    [say('slip.until'), dayAndTime(slip.expiresAt, language)],
  ] as const;
  return (
    <PaperSlip
      title={say('slip.title')}
      once={say('slip.once', { name: person.displayName })}
      paper={{ title: say('slip.paperTitle'), lines, how: say('slip.how') }}
      mayBeCopied
      onClose={onClose}
    />
  );
}
