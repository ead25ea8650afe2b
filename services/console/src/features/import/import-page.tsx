import { useState } from 'react';
import { problemOf } from '../../api/problem-error.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { Button } from '../../parts/button.tsx';
import { FieldGroup } from '../../parts/field.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { DiscardButton } from './discard-drafts.tsx';
import { DraftList } from './draft-list.tsx';
import './import.css';
import { ImportReportView } from './import-report-view.tsx';
import { placeWords } from './place-words.ts';
import { MOST_BYTES } from './upload.ts';
import { type ImportState, useImport, type Written } from './use-import.ts';

/** 取り込み: a hospital's FHIR file becomes drafts beside the pathway; nothing is a case until a person makes it one. */
export function ImportPage() {
  const { say } = useSpeech();
  const { state, start, stop, reset } = useImport();
  const [file, setFile] = useState<File | null>(null);
  usePageTitle(say('import.title'));
  const choose = (chosen: File | null) => {
    setFile(chosen);
    reset();
  };
  return (
    <div className="page stack">
      <h1>{say('import.title')}</h1>
      <p className="prose">{say('import.intro')}</p>
      <section className="panel stack">
        <h2>{say('import.fileTitle')}</h2>
        <FilePicker file={file} onChoose={choose} />
        <ImportActions file={file} state={state} onStart={start} />
        {state.is === 'sending' && <Progress state={state} onStop={stop} />}
        {state.is === 'stopped' && <Stopped written={state.written} />}
        {state.is === 'failed' && <Failure error={state.error} />}
      </section>
      {state.is === 'done' && <ImportReportView report={state.report} />}
      {state.is === 'done' && state.report.id !== null && state.report.drafts > 0 && (
        <p>
          <DiscardButton what={{ is: 'file', id: state.report.id }} onDone={() => choose(null)} />
        </p>
      )}
      <DraftList />
    </div>
  );
}

function FilePicker({ file, onChoose }: { file: File | null; onChoose: (file: File | null) => void }) {
  const { say } = useSpeech();
  const error = file && file.size > MOST_BYTES ? say('import.tooBig') : undefined;
  return (
    <FieldGroup label={say('import.file')} hint={say('import.fileHint')} error={error}>
      <p className="row">
        <label className="button file-button">
          {say('import.choose')}
          <input
            className="hidden-visually"
            type="file"
            accept=".json,.ndjson,.jsonl,application/fhir+json,application/fhir+ndjson,application/json"
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
  readonly state: ImportState;
  readonly onStart: (file: File, isDryRun: boolean) => Promise<void>;
};

/** First a try that writes nothing, then the import itself. */
function ImportActions({ file, state, onStart }: ActionsProps) {
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

type Sending = ImportState & { readonly is: 'sending' };

function Progress({ state, onStop }: { state: Sending; onStop: () => void }) {
  const { say } = useSpeech();
  const { share, isDryRun, written } = state;
  const bar =
    share < 1
      ? { value: share, max: 1, words: say('import.sending', { percent: Math.round(share * 100) }) }
      : written && written.total > 0
        ? { value: written.done, max: written.total, words: say('import.writingCount', { ...written }) }
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

/** What a stop leaves behind: nothing, some children whole, or everything. */
function Stopped({ written }: { written: Written | null }) {
  const { say } = useSpeech();
  const words =
    !written || written.done === 0
      ? say('import.stoppedNothing')
      : say(written.done < written.total ? 'import.stoppedPart' : 'import.stoppedLate', { ...written });
  return (
    <p className="note-info" role="status">
      {words}
    </p>
  );
}

/** Why a file was not taken, with every place that could not be read. */
function Failure({ error }: { error: unknown }) {
  const speech = useSpeech();
  const { say } = speech;
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
                {path && <span className="place">{placeWords(path, speech)}</span>} {message}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
