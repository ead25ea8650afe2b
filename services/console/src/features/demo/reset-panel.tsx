import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

/** はじめに戻す: asked once, then the world stands again and nobody is signed in. */
export function ResetPanel({ onReset }: { onReset: () => void }) {
  const { say } = useSpeech();
  const [isAsked, setAsked] = useState(false);
  const reset = useReset(() => {
    setAsked(false);
    onReset();
  });
  return (
    <section className="panel stack-tight" aria-labelledby="demo-reset">
      <h2 id="demo-reset">{say('demo.reset')}</h2>
      <p className="small">{say('demo.resetText')}</p>
      <Button kind="danger" onClick={() => setAsked(true)}>
        {say('demo.reset')}
      </Button>
      <p role="status" className={reset.data ? 'note-done' : 'hidden-visually'}>
        {reset.data ? say('demo.resetDone', { seconds: reset.data.seconds }) : ''}
      </p>
      {isAsked && (
        <Sheet title={say('demo.reset')} role="alertdialog" onClose={() => setAsked(false)}>
          <div className="stack">
            <p>{say('demo.resetAsk')}</p>
            <ProblemNote error={reset.error} />
            <p role="status" className={reset.isPending ? 'note-info' : 'hidden-visually'}>
              {reset.isPending ? say('demo.resetting') : ''}
            </p>
            <p className="row">
              <Button kind="danger" isBusy={reset.isPending} onClick={() => reset.mutate()}>
                {say('demo.reset')}
              </Button>
              <Button onClick={() => setAsked(false)}>{say('demo.resetKeep')}</Button>
            </p>
          </div>
        </Sheet>
      )}
    </section>
  );
}

/** How long it took, in seconds with one place. */
function useReset(onDone: () => void) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const began = performance.now();
      await api.call(routes.demoReset, { key: crypto.randomUUID() });
      return { seconds: Math.round((performance.now() - began) / 100) / 10 };
    },
    onSuccess: () => {
      // Whoever was signed in here is so no longer.
      client.removeQueries({ queryKey: ['me'] });
      void client.invalidateQueries({ queryKey: ['demo'] });
      void client.invalidateQueries({ queryKey: ['place'] });
      onDone();
    },
  });
}
