import { type VisitArea, visitAreas } from '@kaerimichi/discharge';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { vitals } from './visit-draft.ts';
import type { VisitRecord } from './visit-facts.ts';
import { shownVital } from './visit-steps.tsx';

type Props = {
  /** Beside each other: of both sides, or of one side that has two. */
  readonly records: readonly VisitRecord[];
  /** What is still open between discharge and now. */
  readonly differing: readonly VisitArea[];
};

/** Records side by side, part by part: where they do not say the same, and what is open, is marked by words. */
export function VisitRecords({ records, differing }: Props) {
  const { say, code } = useSpeech();
  const heads = useHeads(records);
  return (
    <div className="stack">
      <table className="visit-compare">
        <caption className="small muted">{say('visit.compareCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('visit.part')}</th>
            {records.map(({ seq }, at) => (
              <th key={seq} scope="col">
                {heads[at]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {vitals.map(vital => (
            <CompareRow
              key={vital}
              name={say(`visit.${vital}`)}
              cells={records.map(({ values }) => {
                const value = values[vital];
                return typeof value === 'number' ? shownVital(vital, value) : '';
              })}
            />
          ))}
          {visitAreas.map(area => (
            <CompareRow
              key={area}
              name={code('areas', area)}
              isOpen={differing.includes(area)}
              cells={records.map(({ areas }) => {
                const seen = areas.find(({ id }) => id === area);
                return seen ? [code('areaState', seen.areaState), seen.found ?? ''].filter(Boolean).join('\n') : '';
              })}
            />
          ))}
          {(['findings', 'missingNote', 'questions', 'next', 'present'] as const).map(text => (
            <CompareRow key={text} name={say(`visit.${text}`)} cells={records.map(({ texts }) => texts[text] ?? '')} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function useHeads(records: readonly VisitRecord[]): string[] {
  const { say, language } = useSpeech();
  return records.map(({ side, by, at }) =>
    [say(`visit.${side}`), by.name ?? '', at ? dayAndTime(at, language) : ''].filter(Boolean).join(' '),
  );
}

type RowProps = { readonly name: string; readonly cells: readonly string[]; readonly isOpen?: boolean };

/** One part; empty of all, there is nothing to compare. */
function CompareRow({ name, cells, isOpen = false }: RowProps) {
  const { say } = useSpeech();
  if (cells.every(cell => cell === '')) return null;
  const said = new Set(cells.filter(cell => cell !== ''));
  const isOtherwise = said.size > 1;
  return (
    <tr className={isOtherwise || isOpen ? 'visit-differs' : undefined}>
      <th scope="row">
        {name}
        {isOpen && <span className="tag">{say('visit.open')}</span>}
        {isOtherwise && <span className="tag">{say('visit.otherwise')}</span>}
      </th>
      {cells.map((cell, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns stand where their records stand
        <td key={at} className="visit-text">
          {cell === '' ? '–' : cell}
        </td>
      ))}
    </tr>
  );
}
