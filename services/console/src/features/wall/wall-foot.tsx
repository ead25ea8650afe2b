import type { Wall } from '@kaerimichi/contracts';
import { Button } from '../../parts/button.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import type { Paging } from './use-paging.ts';
import type { WallPage } from './wall-pages.ts';

type Props = { readonly wall: Wall; readonly pages: readonly WallPage[]; readonly paging: Paging };

/** Which page of how many, how to hold or turn it, and which screen this is. */
export function WallFoot({ wall, pages, paging }: Props) {
  const { say } = useSpeech();
  return (
    <footer className="wall-foot">
      {pages.length > 1 && (
        <div className="wall-pages">
          <Button isSmall onClick={() => paging.turn(-1)}>
            {say('wall.previous')}
          </Button>
          <p>
            <span className="wall-page-marks" aria-hidden="true">
              {pages.map((page, at) => (
                <span key={`${page.lane} ${page.part}`} className={at === paging.at ? 'is-here' : ''} />
              ))}
            </span>
            {say('wall.page', { at: paging.at + 1, of: pages.length })}
          </p>
          <Button isSmall aria-pressed={paging.isPaused} onClick={paging.pause}>
            {say('wall.pause')}
          </Button>
          <Button isSmall onClick={() => paging.turn(1)}>
            {say('wall.next')}
          </Button>
        </div>
      )}
      {wall.demo && <p>{say('shell.demo')}</p>}
      <p className="wall-id">
        {wall.screen.name} <span>{say('wall.id', { id: wall.screen.id.slice(0, 8) })}</span>
      </p>
    </footer>
  );
}
