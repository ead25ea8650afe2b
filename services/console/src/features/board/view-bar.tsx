import type { SavedView } from '@kaerimichi/contracts';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { type BoardSettings, isBareView, isSameView } from './board-settings.ts';
import { openViews } from './open-views.ts';
import { standardView } from './standard-views.ts';
import type { BoardView } from './use-board-view.ts';
import { useSavedViews, useViewWrites } from './use-saved-views.ts';

/** Which view the board began as, and whether it is still looked at like that. */
export function ViewBar({ view }: { view: BoardView }) {
  const { say, code } = useSpeech();
  const { data } = useSavedViews();
  const [search] = useSearchParams();
  const id = view.view ?? '';
  const saved = data?.views.find(one => one.id === id);
  const begun: BoardSettings | undefined = standardView(id) ?? saved?.settings;
  const isBare = isBareView(search);
  const { choose } = view;
  useEffect(() => {
    if (isBare && begun) choose(id, begun);
  }, [isBare, begun, id, choose]);
  // Of somebody else's personal view the address tells all, but not what it is called.
  if (!begun) return null;
  const isChanged = !isBare && !isSameView(begun, view.settings);
  return (
    <div className="row view-bar">
      <p>{say('view.now', { name: saved?.name ?? code('view', id) })}</p>
      {isChanged && <Unsaved view={view} saved={saved} begun={begun} />}
    </div>
  );
}

type UnsavedProps = { readonly view: BoardView; readonly saved: SavedView | undefined; readonly begun: BoardSettings };

function Unsaved({ view, saved, begun }: UnsavedProps) {
  const { say } = useSpeech();
  const { overwrite } = useViewWrites();
  const [fault, setFault] = useState<unknown>(null);
  const write = (to: SavedView) => {
    setFault(null);
    overwrite(to, view.settings).catch(setFault);
  };
  return (
    <>
      <p role="status">
        <strong>{say('view.unsaved')}</strong>
      </p>
      {saved?.mayChange && (
        <Button isSmall onClick={() => write(saved)}>
          {say('view.overwrite')}
        </Button>
      )}
      <Button isSmall onClick={openViews}>
        {say('view.saveAs')}
      </Button>
      <Button isSmall kind="quiet" onClick={() => view.choose(view.view, begun)}>
        {say('view.back')}
      </Button>
      <ProblemNote error={fault} />
    </>
  );
}
