import type { CaseDocument, CaseView, DocumentVersion } from '@kaerimichi/contracts';
import { useState } from 'react';
import { urlOf } from '../../api/route.ts';
import { routes } from '../../api/routes.ts';
import { useSend } from '../../api/use-send.ts';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { IssueSheet, WithdrawSheet } from './version-sheets.tsx';

type Props = {
  readonly view: CaseView;
  readonly paper: CaseDocument;
  readonly version: DocumentVersion;
  readonly onChanged: () => void;
};

/** So much of a fingerprint tells two versions apart, as on the paper. */
const SHOWN = 16;

/** One version: its state and who did what, what the case says otherwise since, and what can be done with it. */
export function VersionRow(props: Props) {
  const { say, code } = useSpeech();
  const { view, paper, version } = props;
  const { id, nth, state, toFamily, content } = version;
  const url = urlOf(routes.versionPdf.path, { params: { id: view.id, kind: paper.kind, version: id } });
  const name = say('versions.nth', { n: nth });
  return (
    <li className="document-version stack-tight">
      <p>
        <b>{name}</b> <span className={`tag version-${state}`}>{code('versionState', state)}</span>{' '}
        {toFamily && <span className="tag">{say('versions.toFamily')}</span>}
      </p>
      <Steps version={version} />
      <Changes version={version} />
      <p className="small muted">{say('versions.content', { content: content.slice(0, SHOWN) })}</p>
      <div className="row document-acts">
        <a
          className="button button-plain button-small"
          href={url}
          target="_blank"
          rel="noreferrer"
          aria-label={say('documents.openIt', { title: `${paper.title} ${name}` })}
        >
          {say('documents.open')}
        </a>
        <Acts {...props} name={name} />
      </div>
    </li>
  );
}

function Steps({ version: { made, approved, issued, ended, state } }: { readonly version: DocumentVersion }) {
  const { say, language } = useSpeech();
  const today = useToday();
  const line = (step: DocumentVersion['approved'], word: 'made' | 'approved' | 'issued' | 'replaced' | 'withdrawn') =>
    step && say(`versions.${word}`, { time: dayAndTime(step.at, language, today), who: step.by });
  const lines = [
    line(made, 'made'),
    line(approved, 'approved'),
    line(issued, 'issued'),
    line(ended, state === 'withdrawn' ? 'withdrawn' : 'replaced'),
  ].filter(text => text !== null);
  return <p className="small">{lines.join(say('common.listMark'))}</p>;
}

/** 元の情報が変わったところ: new, said otherwise, or taken back. */
function Changes({ version: { changes } }: { readonly version: DocumentVersion }) {
  const { say } = useSpeech();
  if (!changes || changes.length === 0) return null;
  return (
    <p className="note-soon small">
      {say('versions.changes')}{' '}
      {changes.map(({ label, how }, at) => (
        <span key={`${label} ${how}`}>
          {at > 0 && say('common.listMark')}
          <span lang="ja">{label}</span> ({say(`versions.how.${how}`)})
        </span>
      ))}
    </p>
  );
}

type ActsProps = Props & { readonly name: string };

function Acts({ view, paper, version, name, onChanged }: ActsProps) {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const sending = useSend();
  const [asked, setAsked] = useState<'issue' | 'withdraw' | null>(null);
  const { id: documentId, state, byDoctor } = version;
  const may = (type: string) => paper.mayKeep && view.can.includes(type);
  const title = `${paper.title} ${name}`;
  const done = () => {
    setAsked(null);
    onChanged();
  };
  const approve = async () => {
    const body = { type: 'document.approved', documentId };
    const sent = await sending.send({ caseId: view.id, append: false, version: view.version, body });
    if (sent.ok) onChanged();
  };
  const isDoctor = me.membership?.role === 'doctor';
  const isOpen = state === 'draft' || state === 'approved' || state === 'inForce';
  return (
    <>
      {state === 'draft' && may('document.approved') && (
        <Button
          isSmall
          isBusy={sending.isBusy}
          aria-label={say('versions.approveIt', { title })}
          whyNot={byDoctor && !isDoctor ? say('versions.doctorApproves') : undefined}
          onClick={() => void approve()}
        >
          {say('versions.approve')}
        </Button>
      )}
      {(state === 'approved' || (state === 'inForce' && version.mayFamily)) && may('document.issued') && (
        <Button isSmall aria-label={say('versions.issueIt', { title })} onClick={() => setAsked('issue')}>
          {say(state === 'approved' ? 'versions.issue' : 'versions.reissue')}
        </Button>
      )}
      {isOpen && may('document.withdrawn') && (
        <Button
          isSmall
          kind="quiet"
          aria-label={say('versions.withdrawIt', { title })}
          onClick={() => setAsked('withdraw')}
        >
          {say('versions.withdraw')}
        </Button>
      )}
      <ProblemNote error={sending.error} />
      {asked === 'issue' && <IssueSheet {...{ view, version, title }} onDone={done} onClose={() => setAsked(null)} />}
      {asked === 'withdraw' && (
        <WithdrawSheet {...{ view, version, title }} onDone={done} onClose={() => setAsked(null)} />
      )}
    </>
  );
}
