import type { CaseSource, CaseView, SourceItem } from '@kaerimichi/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSource } from '../../api/queries.ts';
import { useToday } from '../../app/workplace.tsx';
import { FoldedList } from '../../parts/folded-list.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { dayAndTime, longDay, shortDay, tokyoDayOf } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { ContentItem } from '../import/content-item.tsx';
import { placeWords } from '../import/place-words.ts';
import '../import/import.css';
import { WeightNote } from './weight-note.tsx';

/** In the order in which somebody who plans a discharge asks for them; the rest as it comes. */
const order = ['marks', 'allergies', 'conditions', 'medications', 'devices', 'careNeeds', 'procedures', 'guardians'];
const rankOf = (part: string) => (order.includes(part) ? order.indexOf(part) : order.length);

/** 病院のファイルから: what the file told of the child, apart from what people recorded. */
export function SourceSection({ view }: { view: CaseView }) {
  const { say, language } = useSpeech();
  const today = useToday();
  const { data: source, error, refetch } = useSource(view);
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!source) return null;
  const { newest, madeFrom } = source;
  const parts = source.parts.toSorted((a, b) => rankOf(a.part) - rankOf(b.part));
  const isNewer = newest.version > madeFrom.version;
  return (
    <section className="panel stack-tight" aria-labelledby="source-title">
      <h3 id="source-title">{say('source.title')}</h3>
      <p className="muted small">{say('source.intro')}</p>
      <p className="row small">
        {source.org && <span>{say('source.of', { org: source.org })}</span>}
        <span>{say('draft.version', { n: newest.version, time: dayAndTime(newest.importedAt, language, today) })}</span>
        {isNewer && <span>{say('source.madeFrom', markWords(madeFrom, language, today))}</span>}
        {source.draft && <Link to={`/imports/drafts/${source.draft}`}>{say('source.openDraft')}</Link>}
      </p>
      {isNewer && <p className="muted small">{say('draft.changesText')}</p>}
      <dl className="facts">
        {parts.map(part => (
          <Part key={part.part} part={part} beside={part.part === 'medications' && <WeightNote view={view} />} />
        ))}
      </dl>
      <Places parts={parts} />
    </section>
  );
}

type SourcePart = CaseSource['parts'][number];
type Mark = NonNullable<SourceItem['came']>;

const markWords = ({ version, importedAt }: Mark, language: 'ja' | 'en', today: string) => ({
  n: version,
  day: shortDay(tokyoDayOf(importedAt), language, today),
});

function Part({ part: { part, items, more }, beside }: { part: SourcePart; beside: ReactNode }) {
  const { say, code } = useSpeech();
  return (
    <div>
      <dt>{code('draftField', part)}</dt>
      <dd>
        <FoldedList items={items} count={items.length + more} draw={item => <Told part={part} item={item} />} />
        {beside && <p className="small">{beside}</p>}
        {more > 0 && <p className="muted small">{say('source.more', { n: more })}</p>}
      </dd>
    </div>
  );
}

/** Codes of the parts whose values are codes. */
const kinds: Readonly<Record<string, string>> = { sex: 'sex', careNeeds: 'need', marks: 'draftMark' };

/** What the file says, and since when it is new or no longer there. */
function Told({ part, item }: { part: string; item: SourceItem }) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  const kind = kinds[part];
  return (
    <span className="draft-parts">
      {kind ? (
        <span>{code(kind, item.text)}</span>
      ) : part === 'bornOn' ? (
        <span>{longDay(item.text, language)}</span>
      ) : (
        <ContentItem name={part} item={item} />
      )}
      {item.gone ? (
        <span className="tag">{say('source.gone', markWords(item.gone, language, today))}</span>
      ) : (
        item.came && <span className="mark-change">{say('source.came', markWords(item.came, language, today))}</span>
      )}
    </span>
  );
}

/** Where in the file each value stood, for questions to whoever sent it. */
function Places({ parts }: { parts: readonly SourcePart[] }) {
  const speech = useSpeech();
  const { say, code, findCode } = speech;
  const places = parts.flatMap(({ part, items }) =>
    items.flatMap(({ from, text, gone }) => (from && !gone ? [{ part, from, text }] : [])),
  );
  if (places.length === 0) return null;
  return (
    <details>
      <summary>{say('draft.from')}</summary>
      <p className="small muted">{say('draft.fromText')}</p>
      <ul className="content-list">
        {places.map(({ part, from, text }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: shown in the order of the file
          <li key={at} className="draft-parts small">
            <span>{code('draftField', part)}</span>
            {!kinds[part] && <span>{(part === 'encounters' && findCode('encounter', text)) || text}</span>}
            <span className="place muted">{placeWords(from, speech)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
