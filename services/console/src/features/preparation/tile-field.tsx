import type { Option } from '../../parts/choice-fields.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

type Props = {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly Option[];
  /** Chosen more rarely: a list behind the tiles. */
  readonly more?: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** One of several, each a tile for a finger: one press chooses. */
export function TileField({ legend, name, options, more = [], value, onChange }: Props) {
  const { say } = useSpeech();
  const chosen = more.find(option => option.value === value);
  const tiles = chosen ? [...options, chosen] : options;
  return (
    <fieldset className="tiles">
      <legend>{legend}</legend>
      {tiles.map(option => (
        <label key={option.value} className="tile">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
      {more.length > 0 && (
        <select
          className="input tile-more"
          aria-label={say('skills.others', { what: legend })}
          value=""
          onChange={event => onChange(event.target.value)}
        >
          <option value="">{say('skills.other')}</option>
          {more.map(option => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  );
}
