import type { Wall } from '@kaerimichi/contracts';
import { useSpeech } from '../../words/speech-context.tsx';
import type { Marks } from './wall-marks.ts';
import type { WallPage } from './wall-pages.ts';
import { WallTile } from './wall-tile.tsx';
import './wall-columns.css';

type Props = {
  readonly page: WallPage;
  readonly lane: string;
  readonly columns: Wall['columns'];
  readonly marks: Marks;
  readonly isLoaded: boolean;
};

/** One page: a lane in its nine columns. */
export function WallColumns({ page, lane, columns, marks, isLoaded }: Props) {
  const { say, pick } = useSpeech();
  const phases = [...new Set(columns.map(({ phase }) => phase))];
  const isEmpty = page.cells.every(({ count }) => count === 0);
  return (
    <section className="wall-lane" aria-label={lane}>
      <h2>
        {lane} {page.parts > 1 && <span>{say('wall.part', { part: page.part + 1, parts: page.parts })}</span>}
      </h2>
      {isLoaded && isEmpty && <p className="wall-empty">{say('wall.empty')}</p>}
      <div className="wall-columns">
        {page.cells.map(({ column, count, quiet, tiles }, at) => (
          <section className="wall-column" key={column} aria-labelledby={`wall-column-${column}`}>
            <h3 id={`wall-column-${column}`} data-phase={phases.indexOf(columns[at]?.phase ?? '') + 1}>
              <span className="column-number">{at + 1}</span>
              <span className="wall-column-name">{columns[at] ? pick(columns[at].label) : column}</span>{' '}
              <strong>{isLoaded ? count : ''}</strong>
            </h3>
            <div className="wall-column-body">
              <ul>
                {tiles.map(tile => (
                  <WallTile key={tile.card.id} tile={tile} mark={marks.get(tile.card.id)?.kind ?? null} />
                ))}
              </ul>
              {isLoaded && quiet > 0 && <p className="wall-quiet">{say('wall.quiet', { n: quiet })}</p>}
            </div>
          </section>
        ))}
      </div>
    </section>
  );
}
