import type { Screen } from '@kaerimichi/contracts';
import { useState } from 'react';
import { wallRoutes } from '../../api/wall-routes.ts';
import { Button } from '../../parts/button.tsx';
import { PaperSlip } from '../../parts/paper-slip.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import type { Slip } from './slip-sheet.tsx';
import { useAdminWrite } from './use-admin.ts';

type Props = { readonly screen: Screen; readonly link: Slip; readonly onClose: () => void };

/** The link that makes a device the screen, shown once. */
export function LinkSheet({ screen, link, onClose }: Props) {
  const { say, language } = useSpeech();
  // The token stands in the fragment, which no server log and no referrer ever sees.
  const address = `${window.location.origin}/wall/${screen.id}#${link.token}`;
  const lines = [
    [say('screen.name'), screen.name],
    [say('slip.address'), address],
    [say('slip.until'), dayAndTime(link.expiresAt, language)],
  ] as const;
  return (
    <PaperSlip
      title={say('screen.slipTitle')}
      once={say('screen.slipOnce', { name: screen.name })}
      paper={{ title: say('screen.slipPaper'), lines, how: say('screen.slipHow') }}
      mayBeCopied
      done={say('screen.slipDone')}
      onClose={onClose}
    />
  );
}

/** Asks first: the device that shows the screen now ends with a new link. */
export function NewLinkSheet({ screen, onClose }: Omit<Props, 'link'>) {
  const { say } = useSpeech();
  const [link, setLink] = useState<Slip | null>(null);
  const give = useAdminWrite(
    (api, id: string, key) => api.call(wallRoutes.linkScreen, { params: { id }, key }),
    given => setLink(given.link),
  );
  if (link) return <LinkSheet screen={screen} link={link} onClose={onClose} />;
  return (
    <Sheet title={say('screen.linkName', { name: screen.name })} onClose={onClose}>
      <div className="stack">
        <p>{say('screen.linkNote')}</p>
        <ProblemNote error={give.error} />
        {give.isSuccess && <p className="note-soon">{say('slip.lost')}</p>}
        <p className="row">
          <Button kind="danger" isBusy={give.isPending} onClick={() => give.mutate(screen.id)}>
            {say('screen.linkNow')}
          </Button>
          <Button onClick={onClose}>{say('common.close')}</Button>
        </p>
      </div>
    </Sheet>
  );
}
