import type { CaseView } from '@kaerimichi/contracts';
import { type FormEvent, useState } from 'react';
import { problemOf } from '../../api/problem-error.ts';
import { useApi } from '../../app/services.tsx';
import { Button } from '../../parts/button.tsx';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { FilePicker } from '../import/import-steps.tsx';
import { MOST_BYTES, upload } from '../import/upload.ts';

type Props = { readonly view: CaseView; readonly categories: readonly string[]; readonly onAdded: () => void };
type Input = { readonly file: File | null; readonly title: string; readonly shows: string };

const nothing: Input = { file: null, title: '', shows: '' };

/** A file from this device: what it is called here, and what it shows, by which others see it. */
export function AddFile({ view, categories, onAdded }: Props) {
  const { say, code } = useSpeech();
  const [input, setInput] = useState(nothing);
  const [added, setAdded] = useState<string | null>(null);
  const { share, error, send } = useUpload(view);
  const { file, title, shows } = input;
  const change = (part: Partial<Input>) => {
    setInput({ ...input, ...part });
    setAdded(null);
  };
  const why = whyNotYet(input);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (why || !(await send(input))) return;
    setInput(nothing);
    setAdded(title);
    onAdded();
  };
  return (
    <form className="stack" onSubmit={event => void submit(event)}>
      <h4>{say('files.add')}</h4>
      <FilePicker
        file={file}
        label={say('files.file')}
        hint={say('files.hint')}
        accept="application/pdf,image/jpeg,image/png"
        onChoose={chosen => change({ file: chosen })}
      />
      <TextField
        label={say('files.name')}
        hint={say('files.nameHint')}
        isRequired
        value={title}
        onChange={text => change({ title: text })}
        input={{ maxLength: 200 }}
      />
      <ChoiceField
        label={say('files.shows')}
        hint={say('files.showsHint')}
        isRequired
        options={categories.map(value => ({ value, label: code('category', value) }))}
        value={shows}
        onChange={value => change({ shows: value })}
      />
      {share !== null && (
        <progress className="document-meter" max={1} value={share} aria-label={say('files.sending')} />
      )}
      <WhyRefused error={error} />
      <p className="row">
        <Button kind="primary" type="submit" isBusy={share !== null} whyNot={why && code('whyNoFile', why)}>
          {say('files.add')}
        </Button>
        <span role="status" className="small">
          {added !== null && say('files.added', { title: added })}
        </span>
      </p>
    </form>
  );
}

/** What is wrong with the file itself, in the words of the server; else that it did not arrive. */
function WhyRefused({ error }: { readonly error: unknown }) {
  const issues = problemOf(error)?.issues ?? [];
  if (issues.length === 0) return <ProblemNote error={error} />;
  return (
    <ul className="note-error" role="alert">
      {issues.map(({ path, message }) => (
        <li key={path}>{message}</li>
      ))}
    </ul>
  );
}

function whyNotYet({ file, title, shows }: Input): 'file' | 'size' | 'title' | 'shows' | undefined {
  if (!file) return 'file';
  if (file.size > MOST_BYTES) return 'size';
  if (title.trim() === '') return 'title';
  return shows === '' ? 'shows' : undefined;
}

/** The same content is sent with the same key, however often it is pressed. */
function useUpload(view: CaseView) {
  const api = useApi();
  const [attempt, setAttempt] = useState<{ of: string; key: string } | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const send = async ({ file, title, shows }: Input): Promise<boolean> => {
    if (!file) return false;
    const of = [file.name, file.size, file.lastModified, title, shows].join('\n');
    const key = attempt?.of === of ? attempt.key : crypto.randomUUID();
    setAttempt({ of, key });
    const body = new FormData();
    body.append('file', file);
    body.append('title', title);
    body.append('shows', shows);
    setError(null);
    setShare(0);
    try {
      const to = { path: `/cases/${view.id}/attachments`, body };
      const signal = new AbortController().signal;
      await upload({ to, isDryRun: false, key, headers: api.headers(), onProgress: setShare, signal });
      setAttempt(null);
      return true;
    } catch (problem) {
      setError(problem);
      return false;
    } finally {
      setShare(null);
    }
  };
  return { share, error, send };
}
