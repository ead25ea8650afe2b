import type { CaseView } from '@kaerimichi/contracts';
import { useSource } from '../../api/queries.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { ContentItem } from '../import/content-item.tsx';
import { hintParts } from './hint-parts.ts';
import '../import/import.css';

type Props = { readonly view: CaseView; readonly event: string };

/** What the hospital's file told of that which a form asks for, to be looked at beside it; nothing of it is filled in. */
export function SourceHint({ view, event }: Props) {
  const wanted = hintParts[event];
  return wanted ? <Hint view={view} wanted={wanted} /> : null;
}

function Hint({ view, wanted }: { view: CaseView; wanted: readonly string[] }) {
  const { say, code } = useSpeech();
  const { data: source } = useSource(view);
  const parts = (source?.parts ?? [])
    .filter(({ part }) => wanted.includes(part))
    .map(({ part, items }) => ({ part, items: items.filter(({ gone }) => gone === null) }))
    .filter(({ items }) => items.length > 0);
  if (parts.length === 0) return null;
  return (
    <details className="panel">
      <summary>{say('source.title')}</summary>
      <dl className="draft-content">
        {parts.map(({ part, items }) => (
          <div key={part}>
            <dt>{code('draftField', part)}</dt>
            <dd>
              <ul className="content-list">
                {items.map((item, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: shown in the order of the file
                  <li key={at}>
                    <ContentItem name={part} item={item} />
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
