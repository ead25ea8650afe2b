import type { FacilityReport } from '@kaerimichi/contracts';
import { useState } from 'react';
import { usePageTitle } from '../../app/page-title.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { Failure, FilePicker, ImportActions, Progress } from '../import/import-steps.tsx';
import type { UploadTarget } from '../import/upload.ts';
import { useImport } from '../import/use-import.ts';
import { FacilityReportView } from './facility-report.tsx';
import { rowWords } from './row-words.ts';

const listTypes = '.csv,.tsv,.txt,.zip,.xlsx,.json,.geojson,.topojson';

function listTarget(file: File): UploadTarget {
  const body = new FormData();
  body.append('file', file);
  return { path: '/imports/facilities', body };
}

/** 施設の一覧の取り込み: first a try that writes nothing, then the import; the same again changes only what is different. */
export function FacilityImportPage() {
  const speech = useSpeech();
  const { say } = speech;
  const { state, start, stop, reset } = useImport<FacilityReport>(listTarget, ['facilities']);
  const [file, setFile] = useState<File | null>(null);
  usePageTitle(say('facilityImport.title'));
  const choose = (chosen: File | null) => {
    setFile(chosen);
    reset();
  };
  return (
    <div className="page stack">
      <p className="small">
        <BackLink to="/resources">{say('resources.title')}</BackLink>
      </p>
      <h1>{say('facilityImport.title')}</h1>
      <p className="prose">{say('facilityImport.intro')}</p>
      <p className="prose">{say('facilityImport.all')}</p>
      <section className="panel stack">
        <h2>{say('import.fileTitle')}</h2>
        <FilePicker
          file={file}
          label={say('facilityImport.file')}
          hint={say('facilityImport.fileHint')}
          accept={listTypes}
          onChoose={choose}
        />
        <ImportActions file={file} state={state} onStart={start} />
        {state.is === 'sending' && <Progress state={state} counted="facilityImport.writingCount" onStop={stop} />}
        {state.is === 'stopped' && (
          <p className="note-info" role="status">
            {state.written && state.written.done > 0 && state.written.done >= state.written.total
              ? say('facilityImport.stoppedLate', { done: state.written.done })
              : say('facilityImport.stopped')}
          </p>
        )}
        {state.is === 'failed' && <Failure error={state.error} placeOf={path => rowWords(path, speech)} />}
      </section>
      {state.is === 'done' && <FacilityReportView report={state.report} />}
    </div>
  );
}
