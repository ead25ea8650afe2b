import { type SavedView, viewScopes } from '@kaerimichi/contracts';
import { useState } from 'react';
import { useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import './views-sheet.css';
import { LimitsForm } from './limits-form.tsx';
import { SaveViewForm } from './save-view-form.tsx';
import { standardViews, viewsOfRole } from './standard-views.ts';
import type { BoardView } from './use-board-view.ts';
import { useSavedViews, useViewWrites } from './use-saved-views.ts';

type Props = { readonly view: BoardView; readonly onClose: () => void };

/** 表示を選ぶ: the views that everybody has, those that were saved, and saving how the board is looked at now. */
export function ViewsSheet({ view, onClose }: Props) {
  const { say } = useSpeech();
  const views = useSavedViews();
  return (
    <Sheet title={say('board.views')} onClose={onClose} size="wide">
      <div className="stack views">
        <StandardViews view={view} onClose={onClose} />
        <ProblemNote error={views.error} onRetry={() => void views.refetch()} />
        {viewScopes.map(scope => {
          const own = views.data?.views.filter(one => one.scope === scope) ?? [];
          return own.length > 0 && <SavedViewList key={scope} {...{ scope, view, onClose }} views={own} />;
        })}
        <LimitsForm limits={view.limits} onChange={view.setLimits} />
        {views.data && <SaveViewForm scopes={views.data.scopes} view={view} onSaved={onClose} />}
      </div>
    </Sheet>
  );
}

function StandardViews({ view, onClose }: Props) {
  const { say, code } = useSpeech();
  const { me } = useWorkplace();
  const [own, ...others] = viewsOfRole(me.membership.role);
  return (
    <section className="stack-tight">
      <h3>{say('view.standard')}</h3>
      <ul className="view-list">
        {[own, ...others].map(
          id =>
            id && (
              <li key={id}>
                <Button
                  aria-current={view.view === id || undefined}
                  onClick={() => {
                    view.choose(id, standardViews[id]);
                    onClose();
                  }}
                >
                  {code('view', id)}
                </Button>
                {id === own && <span className="small muted">{say('view.ofRole')}</span>}
              </li>
            ),
        )}
      </ul>
    </section>
  );
}

type ListProps = Props & { readonly scope: SavedView['scope']; readonly views: readonly SavedView[] };

function SavedViewList({ scope, views, view, onClose }: ListProps) {
  const { say, code } = useSpeech();
  const { remove } = useViewWrites();
  const [asked, setAsked] = useState<string | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  return (
    <section className="stack-tight">
      <h3>{code('viewScope', scope)}</h3>
      <ul className="view-list">
        {views.map(one => (
          <li key={one.id}>
            <Button
              aria-current={view.view === one.id || undefined}
              onClick={() => {
                view.choose(one.id, one.settings);
                onClose();
              }}
            >
              {one.name}
            </Button>
            {one.mayChange && (
              <Button
                isSmall
                kind={asked === one.id ? 'danger' : 'quiet'}
                onClick={() => {
                  if (asked === one.id) remove(one).catch(setFault);
                  else setAsked(one.id);
                }}
              >
                {say(asked === one.id ? 'view.removeSure' : 'view.remove', { name: one.name })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ProblemNote error={fault} />
    </section>
  );
}
