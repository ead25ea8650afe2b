import { FoldedList } from '../../parts/folded-list.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { ContentItem, isParts, textOf } from './content-item.tsx';
import { placeWords } from './place-words.ts';

/** In the order in which somebody who plans a discharge asks for them. */
const order = [
  'careNeedsFrom',
  'guardians',
  'address',
  'phones',
  'interpreter',
  'bornSaid',
  'allergies',
  'conditions',
  'medications',
  'devices',
  'procedures',
  'encounters',
] as const;

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Every further value that was taken from the file; where it stood there is folded, for questions to the sender. */
export function DraftContent({ content }: { content: Readonly<Record<string, unknown>> }) {
  const { say, code } = useSpeech();
  const known = order.filter(name => !isEmpty(content[name]));
  return (
    <section className="panel stack-tight">
      <h2>{say('draft.content')}</h2>
      {known.length === 0 && <p className="muted">{say('common.none')}</p>}
      <dl className="draft-content">
        {known.map(name => (
          <div key={name}>
            <dt>{code('draftField', name)}</dt>
            <dd>
              <ContentList name={name} value={content[name]} />
            </dd>
          </div>
        ))}
      </dl>
      <Places content={content} />
    </section>
  );
}

/** Where in the file each value stood, as whoever wrote the file knows it. */
function Places({ content }: { content: Readonly<Record<string, unknown>> }) {
  const speech = useSpeech();
  const { say, code, findCode } = speech;
  const places = order.flatMap(name => {
    const items = content[name];
    return (Array.isArray(items) ? items.filter(isParts) : []).flatMap((item, at) => {
      const from = textOf(item.from);
      const said = textOf(item.text) || textOf(item.name);
      const text = (name === 'encounters' && findCode('encounter', said)) || said;
      return from === '' ? [] : [{ key: `${name} ${at}`, name, text, from }];
    });
  });
  if (places.length === 0) return null;
  return (
    <details>
      <summary>{say('draft.from')}</summary>
      <p className="small muted">{say('draft.fromText')}</p>
      <ul className="content-list">
        {places.map(({ key, name, text, from }) => (
          <li key={key} className="draft-parts small">
            <span>{code('draftField', name)}</span>
            {text && <span>{text}</span>}
            <span className="place muted">{placeWords(from, speech)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function ContentList({ name, value }: { name: string; value: unknown }) {
  if (!Array.isArray(value)) return String(value);
  const items: readonly unknown[] = value;
  return <FoldedList items={items} draw={item => <ContentItem name={name} item={item} />} />;
}
