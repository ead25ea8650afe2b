import { useSpeech } from '../../words/speech-context.tsx';

/** Every value that was taken from the file, with the place it came from. */
export function DraftContent({ content }: { content: Readonly<Record<string, unknown>> }) {
  const { say, code } = useSpeech();
  return (
    <section className="panel stack-tight">
      <h2>{say('draft.content')}</h2>
      <dl className="draft-content">
        {Object.entries(content).map(([name, value]) => (
          <div key={name}>
            <dt>{code('draftField', name)}</dt>
            <dd>
              <ContentValue value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function ContentValue({ value }: { value: unknown }) {
  const { say, code } = useSpeech();
  if (value === null || value === undefined || value === '') return <span className="muted">{say('common.none')}</span>;
  if (typeof value === 'boolean') return say(value ? 'form.yes' : 'form.no');
  if (Array.isArray(value))
    return (
      <ul className="stack-tight">
        {value.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: shown in the order of the file
          <li key={at}>
            <ContentValue value={item} />
          </li>
        ))}
      </ul>
    );
  if (!isRecord(value)) return String(value);
  const { path, ...parts } = value;
  return (
    <span className="draft-parts">
      {Object.entries(parts).map(([name, part]) => (
        <span key={name}>
          <span className="muted small">{code('draftField', name)}</span> <ContentValue value={part} />
        </span>
      ))}
      {typeof path === 'string' && <code className="small muted">{path}</code>}
    </span>
  );
}
