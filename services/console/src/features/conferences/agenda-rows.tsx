import { teamFunctions } from '@kaerimichi/discharge';
import { Button } from '../../parts/button.tsx';
import { SelectField } from '../../parts/choice-fields.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { type AgendaInput, emptyRow } from './agenda-input.ts';

/** As many as the chart takes. */
const MOST = 15;

type Props = {
  readonly rows: readonly AgendaInput[];
  /** Documents of the case, by kind. */
  readonly titles: Readonly<Record<string, string>>;
  readonly onChange: (rows: readonly AgendaInput[]) => void;
};

export function AgendaRows({ rows, titles, onChange }: Props) {
  const { say, code } = useSpeech();
  const change = (id: string, part: Partial<AgendaInput>) =>
    onChange(rows.map(row => (row.id === id ? { ...row, ...part } : row)));
  return (
    <>
      {rows.map((row, at) => (
        <fieldset key={row.id} className="conf-agenda-row">
          <legend className="small muted">{say('conf.agendaNth', { n: at + 1 })}</legend>
          <TextField
            label={say('conf.agendaWhat')}
            value={row.what}
            onChange={what => change(row.id, { what })}
            input={{ maxLength: 200 }}
          />
          <TextField
            label={say('conf.agendaTakes')}
            isShort
            value={row.takes}
            onChange={takes => change(row.id, { takes })}
            input={{ inputMode: 'numeric' }}
          />
          <SelectField
            label={say('conf.agendaBy')}
            isRequired={false}
            options={teamFunctions.map(value => ({ value, label: code('function', value) }))}
            value={row.presenter}
            onChange={presenter => change(row.id, { presenter })}
          />
          <SelectField
            label={say('conf.agendaPaper')}
            isRequired={false}
            options={Object.entries(titles).map(([value, label]) => ({ value, label }))}
            value={row.document}
            onChange={document => change(row.id, { document })}
          />
          <Button
            isSmall
            aria-label={say('conf.removeItemName', { n: at + 1 })}
            onClick={() => onChange(rows.filter(other => other !== row))}
          >
            {say('conf.removeSlot')}
          </Button>
        </fieldset>
      ))}
      {rows.length < MOST && (
        <p>
          <Button isSmall onClick={() => onChange([...rows, emptyRow()])}>
            {say('conf.addItem')}
          </Button>
        </p>
      )}
    </>
  );
}
