import { type HandoffSection, handoffSections } from '@kaerimichi/discharge';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { NIGHT } from './compose-values.ts';

/** A text that the case's own records propose for a section, and where it comes from. */
export type Proposed = {
  readonly id: string;
  readonly text: string;
  readonly sources: readonly { readonly seq: number; readonly label: string; readonly on: string }[];
  readonly old: boolean;
};

type WrittenText = {
  readonly value: string;
  readonly error: string | undefined;
  readonly proposed: Proposed | undefined;
  readonly onChange: (text: string) => void;
};

type Props = WrittenText & {
  readonly no: number;
  readonly section: HandoffSection;
  /** Whom to call at night: beside the first section, in a place of its own. */
  readonly night: WrittenText | null;
  /** Names of recipients that do not read this section. */
  readonly keptFrom: readonly string[];
  readonly isNeeded: boolean;
  /** Whether it goes; null: that is not to be chosen. */
  readonly goes: boolean | null;
  readonly onGoes: (goes: boolean) => void;
};

const LONGEST = 4000;
const LONGEST_NIGHT = 2000;

/** One section to write, or to leave out where it is not needed. */
export function SectionField(props: Props) {
  const { say, code } = useSpeech();
  const { no, section, goes, onGoes } = props;
  const title = `${no} ${code('section', section)}`;
  return (
    <div className="stack-tight">
      {goes !== null && (
        <label className="check">
          <input type="checkbox" checked={goes} onChange={({ target }) => onGoes(target.checked)} />
          {say('handoff.goes', { section: title })}
        </label>
      )}
      {goes !== false && <WrittenSection {...props} title={title} />}
    </div>
  );
}

/** What is written, with what the records say, how old that is, and who will not see it. */
function WrittenSection(props: Props & { readonly title: string }) {
  const { title, section, keptFrom, isNeeded, night } = props;
  const { say, pick } = useSpeech();
  const { hint } = handoffSections[section];
  return (
    <>
      <WrittenPart {...props} id={section} label={title} hint={pick(hint)} isRequired={isNeeded} />
      {night && (
        <WrittenPart {...night} id={NIGHT} label={say('handoff.night')} hint={say('handoff.nightHint')} isRequired />
      )}
      {keptFrom.length > 0 && (
        <p className="small">{say('handoff.keptFrom', { names: keptFrom.join(say('common.listMark')) })}</p>
      )}
    </>
  );
}

type PartProps = WrittenText & {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly isRequired: boolean;
};

/** One text, and beside it what the records propose and how old that is. */
function WrittenPart({ id, label, hint, isRequired, value, error, proposed, onChange }: PartProps) {
  const { say } = useSpeech();
  const isOffered = proposed !== undefined && proposed.text !== '' && proposed.text !== value;
  return (
    <>
      <TextField
        id={`compose-${id}`}
        label={label}
        hint={hint}
        error={error}
        value={value}
        onChange={onChange}
        isLong
        isRequired={isRequired}
        input={{ maxLength: id === NIGHT ? LONGEST_NIGHT : LONGEST }}
      />
      {proposed && proposed.sources.length > 0 && <Sources proposed={proposed} />}
      {isOffered && (
        <details>
          <summary>{say('handoff.proposal')}</summary>
          <p className="as-written">{proposed.text}</p>
          <p>
            <Button isSmall onClick={() => onChange(proposed.text)}>
              {say('handoff.takeProposal')}
            </Button>
          </p>
        </details>
      )}
    </>
  );
}

function Sources({ proposed }: { readonly proposed: Proposed }) {
  const { say, language } = useSpeech();
  const today = useToday();
  const said = proposed.sources.map(({ label, on }) => `${label} ${shortDay(on, language, today)}`);
  return (
    <p className="small muted">
      {say('handoff.sources', { sources: said.join(say('common.listMark')) })}{' '}
      {proposed.old && <strong>{say('handoff.old')}</strong>}
    </p>
  );
}
