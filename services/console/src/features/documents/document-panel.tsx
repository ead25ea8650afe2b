import type { CaseDocument, CaseView } from '@kaerimichi/contracts';
import { useRef, useState } from 'react';
import { urlOf } from '../../api/route.ts';
import { routes } from '../../api/routes.ts';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { DocumentVersions } from './document-versions.tsx';

type PanelProps = { readonly view: CaseView; readonly paper: CaseDocument; readonly onTaken: () => void };

/** One kind of document: what of it is recorded, what changed since it was taken last, and the paper itself. */
export function DocumentPanel({ view, paper, onTaken }: PanelProps) {
  const { say } = useSpeech();
  const { kind, title, about } = paper;
  const [shown, setShown] = useState<'no' | 'look' | 'print'>('no');
  const [prints, setPrints] = useState(0);
  const print = () => {
    setShown('print');
    setPrints(prints + 1);
  };
  const url = urlOf(routes.documentPdf.path, { params: { id: view.id, kind } });
  const heading = `document-${kind}`;
  return (
    <section className="panel stack-tight document-panel" aria-labelledby={heading}>
      <h3 id={heading}>{title}</h3>
      <p className="small">{about}</p>
      <Filled paper={paper} />
      <Since paper={paper} />
      <div className="row document-acts">
        {navigator.pdfViewerEnabled && (
          <>
            <Button
              aria-expanded={shown !== 'no'}
              aria-label={say(shown === 'no' ? 'documents.lookAt' : 'documents.closeIt', { title })}
              onClick={() => setShown(shown === 'no' ? 'look' : 'no')}
            >
              {say(shown === 'no' ? 'documents.look' : 'documents.close')}
            </Button>
            <Button aria-label={say('documents.printIt', { title })} onClick={print}>
              {say('paper.print')}
            </Button>
          </>
        )}
        <a
          className="button button-plain"
          href={url}
          target="_blank"
          rel="noreferrer"
          aria-label={say('documents.openIt', { title })}
        >
          {say('documents.open')}
        </a>
      </div>
      {shown !== 'no' && (
        <Preview key={`${shown} ${prints}`} url={url} title={title} isPrinted={shown === 'print'} onTaken={onTaken} />
      )}
      {(paper.mayKeep || paper.versions.length > 0) && (
        <DocumentVersions view={view} paper={paper} onChanged={onTaken} />
      )}
    </section>
  );
}

/** How much of it is recorded, what is to be written in by hand, and what is left out for whoever prints. */
function Filled({ paper: { recorded, places, open, withheld } }: { readonly paper: CaseDocument }) {
  const { say, code } = useSpeech();
  return (
    <>
      <p className="small">
        <meter className="document-meter" min={0} max={places} value={recorded} aria-hidden="true" />{' '}
        {say('documents.recorded', { recorded, places })}
      </p>
      {open.length > 0 && (
        <details className="small">
          <summary>{say('documents.byHand', { n: open.length })}</summary>
          <ul className="document-places" lang="ja">
            {open.map(place => (
              <li key={place}>{place}</li>
            ))}
          </ul>
        </details>
      )}
      {withheld.length > 0 && (
        <p className="small muted">
          {say('documents.withheld', { what: withheld.map(one => code('category', one)).join(say('common.listMark')) })}
        </p>
      )}
    </>
  );
}

function Since({ paper: { last, changed } }: { readonly paper: CaseDocument }) {
  const { say, language } = useSpeech();
  const today = useToday();
  if (!last) return <p className="small muted">{say('documents.never')}</p>;
  const time = dayAndTime(last.at, language, today);
  return (
    <>
      <p className="small">{say('documents.last', { time, version: last.version })}</p>
      {changed.length > 0 && (
        <p className="note-soon small">
          {say('documents.changed')} <span lang="ja">{changed.join(say('common.listMark'))}</span>
        </p>
      )}
    </>
  );
}

type PreviewProps = {
  readonly url: string;
  readonly title: string;
  readonly isPrinted: boolean;
  readonly onTaken: () => void;
};

/** The paper in place; where it is to be printed, as soon as it has come. */
function Preview({ url, title, isPrinted, onTaken }: PreviewProps) {
  const { say } = useSpeech();
  const frame = useRef<HTMLIFrameElement>(null);
  const arrive = () => {
    onTaken();
    if (isPrinted) frame.current?.contentWindow?.print();
  };
  return (
    <iframe
      ref={frame}
      className="document-frame"
      src={url}
      title={say('documents.frame', { title })}
      onLoad={arrive}
    />
  );
}
