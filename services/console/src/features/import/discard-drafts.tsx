import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

/** One draft, or all that one file brought. */
export type Discarding = { readonly is: 'draft' | 'file'; readonly id: string };

type Props = { readonly what: Discarding; readonly onDone: () => void };

/** Clears what was imported wrongly; asks first. */
export function DiscardButton({ what, onDone }: Props) {
  const { say } = useSpeech();
  const [isAsking, setAsking] = useState(false);
  const name = say(what.is === 'draft' ? 'draft.discard' : 'draft.discardFile');
  return (
    <>
      <Button kind="danger" onClick={() => setAsking(true)}>
        {name}
      </Button>
      {isAsking && <DiscardSheet title={name} what={what} onClose={() => setAsking(false)} onDone={onDone} />}
    </>
  );
}

type SheetProps = Props & { readonly title: string; readonly onClose: () => void };

function DiscardSheet({ title, what, onClose, onDone }: SheetProps) {
  const { say } = useSpeech();
  const discard = useDiscard(() => {
    onClose();
    onDone();
  });
  return (
    <Sheet title={title} onClose={onClose}>
      <div className="stack">
        <p>{say(what.is === 'draft' ? 'draft.discardText' : 'draft.discardFileText')}</p>
        <ProblemNote error={discard.error} />
        <p className="row">
          <Button kind="danger" isBusy={discard.isPending} onClick={() => discard.mutate(what)}>
            {say(what.is === 'draft' ? 'draft.discardNow' : 'draft.takeBackNow')}
          </Button>
          <Button onClick={onClose}>{say('common.close')}</Button>
        </p>
      </div>
    </Sheet>
  );
}

/** Pressed again after a lost answer, it counts once. */
function useDiscard(onDiscarded: () => void) {
  const api = useApi();
  const client = useQueryClient();
  const key = useRef(crypto.randomUUID());
  return useMutation({
    mutationFn: ({ is, id }: Discarding) => {
      const which = { params: { id }, key: key.current };
      return is === 'draft' ? api.call(routes.discardDraft, which) : api.call(routes.discardFile, which);
    },
    onSuccess: () => {
      onDiscarded();
      // Other drafts, and what cases show of them, are asked for afresh when they are opened.
      for (const queryKey of [['drafts'], ['case'], ['source']])
        void client.invalidateQueries({ queryKey, refetchType: 'none' });
      return client.invalidateQueries({ queryKey: ['drafts'], exact: true });
    },
  });
}
