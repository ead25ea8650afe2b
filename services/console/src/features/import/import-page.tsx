import type { ImportReport } from '@kaerimichi/contracts';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePageTitle } from '../../app/page-title.ts';
import { useWorkplace } from '../../app/workplace.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { DiscardButton } from './discard-drafts.tsx';
import { DraftList } from './draft-list.tsx';
import './import.css';
import { ImportReportView } from './import-report-view.tsx';
import { Failure, FilePicker, ImportActions, Progress } from './import-steps.tsx';
import { placeWords } from './place-words.ts';
import { fhirTarget } from './upload.ts';
import { useImport, type Written } from './use-import.ts';

const fhirTypes = '.json,.ndjson,.jsonl,application/fhir+json,application/fhir+ndjson,application/json';

/** 取り込み: a hospital's FHIR file becomes drafts beside the pathway; nothing is a case until a person makes it one. */
export function ImportPage() {
  const speech = useSpeech();
  const { say } = speech;
  const { me } = useWorkplace();
  const { state, start, stop, reset } = useImport<ImportReport>(fhirTarget, ['drafts', 'source']);
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
      {me.abilities.importFacilities && (
        <p>
          <Link to="/imports/facilities">{say('facilityImport.title')}</Link>
        </p>
      )}
      <section className="panel stack">
        <h2>{say('import.fileTitle')}</h2>
        <FilePicker
          file={file}
          label={say('import.file')}
          hint={say('import.fileHint')}
          accept={fhirTypes}
          onChoose={choose}
        />
        <ImportActions file={file} state={state} onStart={start} />
        {state.is === 'sending' && <Progress state={state} counted="import.writingCount" onStop={stop} />}
        {state.is === 'stopped' && <Stopped written={state.written} />}
        {state.is === 'failed' && <Failure error={state.error} placeOf={path => placeWords(path, speech)} />}
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
