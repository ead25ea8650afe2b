import type { CaseDocument, CaseView, DocumentVersion } from '@kaerimichi/contracts';
import { routes } from '../../api/routes.ts';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { useCaseWrite } from './use-case-write.ts';
import { VersionRow } from './version-row.tsx';

type Props = { readonly view: CaseView; readonly paper: CaseDocument; readonly onChanged: () => void };

const isOver = ({ state }: DocumentVersion): boolean => state === 'replaced' || state === 'withdrawn';

/** 版: what of a paper is kept as it was made, from the draft to the day on which the next one replaced it. */
export function DocumentVersions({ view, paper, onChanged }: Props) {
  const { say } = useSpeech();
  const { kind, title, versions, mayKeep } = paper;
  const keep = useCaseWrite(view, 'keep', (api, key) =>
    api.call(routes.keepDocument, { params: { id: view.id, kind }, key, match: `"${view.version}"` }),
  );
  const now = versions.filter(version => !isOver(version));
  const before = versions.filter(isOver);
  const heading = `versions-${kind}`;
  return (
    <section className="stack-tight document-versions" aria-labelledby={heading}>
      <h4 id={heading}>{say('versions.title')}</h4>
      {versions.length === 0 && <p className="small muted">{say('versions.none')}</p>}
      <ul className="stack-tight">
        {now.map(version => (
          <VersionRow key={version.id} {...{ view, paper, version, onChanged }} />
        ))}
      </ul>
      {mayKeep && (
        <p>
          <Button
            isSmall
            isBusy={keep.isBusy}
            aria-label={say('versions.keepIt', { title })}
            onClick={() => void keep.run().then(isDone => isDone && onChanged())}
          >
            {say('versions.keep')}
          </Button>
        </p>
      )}
      <ProblemNote error={keep.error} />
      {before.length > 0 && (
        <details className="small">
          <summary>{say('versions.before', { n: before.length })}</summary>
          <ul className="stack-tight">
            {before.map(version => (
              <VersionRow key={version.id} {...{ view, paper, version, onChanged }} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
