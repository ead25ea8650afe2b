import type { CaseFile, CaseView } from '@kaerimichi/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { urlOf } from '../../api/route.ts';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { AddFile } from './add-file.tsx';

type Props = { readonly view: CaseView };

/** ファイル: what people added to the case from elsewhere, each seen by the category of what it shows. */
export function FilesPart({ view }: Props) {
  const { say } = useSpeech();
  const api = useApi();
  const client = useQueryClient();
  const key = ['case', view.id, 'attachments', view.version];
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.call(routes.files, { params: { id: view.id }, signal }),
  });
  const again = () => void client.invalidateQueries({ queryKey: ['case', view.id, 'attachments'] });
  return (
    <section className="panel stack" aria-labelledby="case-files">
      <h3 id="case-files">{say('files.title')}</h3>
      <p className="small muted">{say('files.about')}</p>
      <ProblemNote error={error} onRetry={() => void refetch()} />
      {data?.files.length === 0 && <p className="muted">{say('files.none')}</p>}
      <ul className="stack-tight">
        {data?.files.map(file => (
          <FileRow key={file.id} view={view} file={file} onRemoved={again} />
        ))}
      </ul>
      {data && data.mayAdd.length > 0 && <AddFile view={view} categories={data.mayAdd} onAdded={again} />}
    </section>
  );
}

const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

type RowProps = Props & { readonly file: CaseFile; readonly onRemoved: () => void };

function FileRow({ view, file, onRemoved }: RowProps) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  const [isAsked, setAsked] = useState(false);
  const [isSeen, setSeen] = useState(false);
  const { id, title, shows, mediaType, bytes, at, by, mayRemove } = file;
  const url = urlOf(routes.file.path, { params: { id: view.id, file: id } });
  return (
    <li className="document-version stack-tight">
      <p>
        <b>{title}</b> <span className="tag">{code('category', shows)}</span>
      </p>
      <p className="small muted">
        {[code('mediaType', mediaType), sizeWords(bytes), dayAndTime(at, language, today), by.name, by.org].join(' · ')}
      </p>
      <div className="row document-acts">
        <a
          className="button button-plain button-small"
          href={url}
          target="_blank"
          rel="noreferrer"
          aria-label={say('files.openIt', { title })}
        >
          {say('files.open')}
        </a>
        {mediaType !== 'pdf' && (
          <Button
            isSmall
            aria-expanded={isSeen}
            aria-label={say(isSeen ? 'documents.closeIt' : 'documents.lookAt', { title })}
            onClick={() => setSeen(!isSeen)}
          >
            {say(isSeen ? 'documents.close' : 'documents.look')}
          </Button>
        )}
        {mayRemove && (
          <Button isSmall kind="quiet" aria-label={say('files.removeIt', { title })} onClick={() => setAsked(true)}>
            {say('files.remove')}
          </Button>
        )}
      </div>
      {mediaType !== 'pdf' && isSeen && <img className="document-picture" src={url} alt={title} />}
      {isAsked && <RemoveSheet view={view} file={file} onDone={onRemoved} onClose={() => setAsked(false)} />}
    </li>
  );
}

type SheetProps = Props & { readonly file: CaseFile; readonly onDone: () => void; readonly onClose: () => void };

function RemoveSheet({ view, file, onDone, onClose }: SheetProps) {
  const { say } = useSpeech();
  const api = useApi();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const remove = async () => {
    setBusy(true);
    try {
      await api.call(routes.removeFile, { params: { id: view.id, file: file.id } });
      onDone();
      onClose();
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };
  return (
    <Sheet title={say('files.removeIt', { title: file.title })} onClose={onClose}>
      <div className="stack">
        <p>{say('files.removeSure')}</p>
        <ProblemNote error={error} />
        <p className="row">
          <Button kind="danger" isBusy={isBusy} onClick={() => void remove()}>
            {say('files.remove')}
          </Button>
          <Button onClick={onClose}>{say('common.close')}</Button>
        </p>
      </div>
    </Sheet>
  );
}
