import { longDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

/** What the head and the form above say already, and what only machines need. */
const said = new Set([
  'familyName',
  'givenName',
  'familyKana',
  'givenKana',
  'bornOn',
  'sex',
  'hospitalNumber',
  'marks',
  'careNeeds',
  'sourceKey',
  'from',
]);

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Every further value that was taken from the file, with the place it came from. */
export function DraftContent({ content }: { content: Readonly<Record<string, unknown>> }) {
  const { say, code } = useSpeech();
  const known = Object.entries(content).filter(([name, value]) => !said.has(name) && !isEmpty(value));
  return (
    <section className="panel stack-tight">
      <h2>{say('draft.content')}</h2>
      {known.length === 0 && <p className="muted">{say('common.none')}</p>}
      <dl className="draft-content">
        {known.map(([name, value]) => (
          <div key={name}>
            <dt>{code('draftField', name)}</dt>
            <dd>
              <ContentValue name={name} value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function ContentValue({ name, value }: { name: string; value: unknown }) {
  const { code, findCode, language } = useSpeech();
  if (Array.isArray(value))
    return (
      <ul className="content-list">
        {value.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: shown in the order of the file
          <li key={at}>
            <ContentValue name={name} value={item} />
          </li>
        ))}
      </ul>
    );
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return longDay(value, language);
  if (!isRecord(value)) return findCode(name, String(value)) ?? String(value);
  const { from, ...parts } = value;
  return (
    <span className="draft-parts">
      {Object.entries(parts)
        .filter(([, part]) => !isEmpty(part))
        .map(([part, inner]) => (
          <span key={part}>
            <span className="muted small">{code('draftField', part)}</span> <ContentValue name={part} value={inner} />
          </span>
        ))}
      {typeof from === 'string' && <code className="small muted">{from}</code>}
    </span>
  );
}
