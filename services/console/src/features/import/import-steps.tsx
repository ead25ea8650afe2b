import { problemOf } from '../../api/problem-error.ts';
import { Button } from '../../parts/button.tsx';
import { FieldGroup } from '../../parts/field.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import './import.css';
import { MOST_BYTES } from './upload.ts';
import type { ImportState } from './use-import.ts';

type PickerProps = {
  readonly file: File | null;
  readonly label: string;
  readonly hint: string;
  /** Of the browser's chooser. */
  readonly accept: string;
  readonly onChoose: (file: File | null) => void;
};

/** The button that opens the browser's chooser, and what was chosen. */
export function FilePicker({ file, label, hint, accept, onChoose }: PickerProps) {
  const { say } = useSpeech();
  const error = file && file.size > MOST_BYTES ? say('import.tooBig') : undefined;
  return (
    <FieldGroup label={label} hint={hint} error={error}>
      <p className="row">
        <label className="button file-button">
          {say('import.choose')}
          <input
            className="hidden-visually"
            type="file"
            accept={accept}
            onChange={event => onChoose(event.target.files?.[0] ?? null)}
          />
        </label>
        <span role="status">
          {file ? say('import.chosen', { name: file.name, size: sizeWords(file.size) }) : say('import.noFile')}
        </span>
      </p>
    </FieldGroup>
  );
}

const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

type ActionsProps = {
  readonly file: File | null;
  readonly state: ImportState<{ readonly dryRun: boolean }>;
  readonly onStart: (file: File, isDryRun: boolean) => Promise<void>;
};

/** First a try that writes nothing, then the import itself. */
export function ImportActions({ file, state, onStart }: ActionsProps) {
  const { say } = useSpeech();
  const isBusy = state.is === 'sending';
  const isTried = state.is === 'done' && state.report.dryRun;
  const whyNot = file ? (file.size > MOST_BYTES ? say('import.tooBig') : undefined) : say('import.chooseFirst');
  const start = (isDryRun: boolean) => {
    if (file) void onStart(file, isDryRun);
  };
  return (
    <p className="row">
      <Button kind={isTried ? 'plain' : 'primary'} isBusy={isBusy} whyNot={whyNot} onClick={() => start(true)}>
        {say('import.try')}
      </Button>
      {file && !whyNot && (
        <Button kind={isTried ? 'primary' : 'plain'} isBusy={isBusy} onClick={() => start(false)}>
          {say('import.run')}
        </Button>
      )}
    </p>
  );
}

type Sending = ImportState<unknown> & { readonly is: 'sending' };

type ProgressProps = {
  readonly state: Sending;
  /** The words for how many are written, of what is imported. */
  readonly counted: 'import.writingCount' | 'facilityImport.writingCount';
  readonly onStop: () => void;
};

/** How far a file is: sent, checked, written. */
export function Progress({ state, counted, onStop }: ProgressProps) {
  const { say } = useSpeech();
  const { share, isDryRun, written } = state;
  const bar =
    share < 1
      ? { value: share, max: 1, words: say('import.sending', { percent: Math.round(share * 100) }) }
      : written && written.total > 0
        ? { value: written.done, max: written.total, words: say(counted, { ...written }) }
        : { words: say(isDryRun ? 'import.checking' : 'import.writing') };
  const { words, ...amount } = bar;
  return (
    <div className="stack-tight">
      <label>
        <span role="status">{words}</span>
        <progress className="progress" {...amount} />
      </label>
      <p>
        <Button isSmall onClick={onStop}>
          {say('import.stop')}
        </Button>
      </p>
    </div>
  );
}

type FailureProps = { readonly error: unknown; readonly placeOf: (path: string) => string };

/** Why a file was not taken, with every place that could not be read. */
export function Failure({ error, placeOf }: FailureProps) {
  const { say } = useSpeech();
  const issues = problemOf(error)?.issues ?? [];
  return (
    <div className="stack-tight">
      <ProblemNote error={error} />
      {issues.length > 0 && (
        <>
          <h3>{say('import.faults')}</h3>
          <ul className="bullets">
            {issues.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                {path && <span className="place">{placeOf(path)}</span>} {message}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
