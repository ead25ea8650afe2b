import { useState } from 'react';
import { routes } from '../../api/routes.ts';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { type Slip, type SlipFor, SlipSheet } from './slip-sheet.tsx';
import { useAdminWrite } from './use-admin.ts';

type Props = { readonly person: SlipFor & { readonly id: string }; readonly onClose: () => void };

/** Asks first: the present password and every open session end with the new slip. */
export function NewSlipSheet({ person, onClose }: Props) {
  const { say } = useSpeech();
  const [slip, setSlip] = useState<Slip | null>(null);
  const give = useAdminWrite(
    (api, id: string, key) => api.call(routes.givePasswordSlip, { params: { id }, key }),
    given => setSlip(given.slip),
  );
  if (slip) return <SlipSheet person={person} slip={slip} onClose={onClose} />;
  return (
    <Sheet title={say('slip.give', { name: person.displayName })} onClose={onClose}>
      <div className="stack">
        <p>{say('slip.consequence')}</p>
        <ProblemNote error={give.error} />
        {give.isSuccess && <p className="note-soon">{say('slip.lost')}</p>}
        <p className="row">
          <Button kind="danger" isBusy={give.isPending} onClick={() => give.mutate(person.id)}>
            {say('slip.giveNow')}
          </Button>
          <Button onClick={onClose}>{say('common.close')}</Button>
        </p>
      </div>
    </Sheet>
  );
}
