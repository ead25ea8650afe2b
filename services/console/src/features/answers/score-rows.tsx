import type { ReactNode } from 'react';
import { useSpeech } from '../../words/speech-context.tsx';

type FormRow = {
  readonly id: string;
  readonly place: string;
  readonly label: { readonly ja: string; readonly en: string };
  readonly points: number;
};

type Props<Id extends string> = {
  readonly label: string;
  readonly rows: readonly (FormRow & { readonly id: Id })[];
  readonly ticked: readonly Id[];
  readonly onTick: (id: Id) => void;
  /** What is asked of a row that is ticked. */
  readonly more?: (id: Id) => ReactNode;
};

/** The rows of a form with their numbers and points, as the paper has them. */
export function ScoreRows<Id extends string>({ label, rows, ticked, onTick, more }: Props<Id>) {
  const { say, pick } = useSpeech();
  return (
    <fieldset className="score-rows">
      <legend className="field-label">{label}</legend>
      {rows.map(row => (
        <div key={row.id} className="score-row">
          <label className="check">
            <input type="checkbox" checked={ticked.includes(row.id)} onChange={() => onTick(row.id)} />
            <span>
              {row.place} {pick(row.label)} <span className="small muted">{say('fees.points', { n: row.points })}</span>
            </span>
          </label>
          {ticked.includes(row.id) && more?.(row.id)}
        </div>
      ))}
    </fieldset>
  );
}
