import type { CaseView, DocumentVersion } from '@kaerimichi/contracts';
import { type FormEvent, useState } from 'react';
import { useSend } from '../../api/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

type Props = {
  readonly view: CaseView;
  readonly version: DocumentVersion;
  readonly title: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** Asks once before a version counts: it replaces the one before, and the family may be given it at the same time. */
export function IssueSheet({ view, version, title, onDone, onClose }: Props) {
  const { say } = useSpeech();
  const sending = useSend();
  const [toFamily, setToFamily] = useState(version.toFamily);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = { type: 'document.issued', documentId: version.id, toFamily };
    const sent = await sending.send({ caseId: view.id, append: false, version: view.version, body });
    if (sent.ok) onDone();
  };
  return (
    <Sheet title={say('versions.issueIt', { title })} onClose={onClose}>
      <form className="stack" onSubmit={event => void submit(event)}>
        <p>{say('versions.issueAbout')}</p>
        {version.mayFamily && (
          <label className="check">
            <input type="checkbox" checked={toFamily} onChange={event => setToFamily(event.target.checked)} />
            <span>{say('versions.giveFamily')}</span>
          </label>
        )}
        <ProblemNote error={sending.error} />
        <p className="row">
          <Button kind="primary" type="submit" isBusy={sending.isBusy}>
            {say('versions.issue')}
          </Button>
          <Button onClick={onClose}>{say('common.close')}</Button>
        </p>
      </form>
    </Sheet>
  );
}

/** A version that is taken back stays readable, with the reason in the history. */
export function WithdrawSheet({ view, version, title, onDone, onClose }: Props) {
  const { say } = useSpeech();
  const sending = useSend();
  const [reason, setReason] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return;
    const body = { type: 'document.withdrawn', documentId: version.id, reason };
    const sent = await sending.send({ caseId: view.id, append: false, version: view.version, body });
    if (sent.ok) onDone();
  };
  return (
    <Sheet title={say('versions.withdrawIt', { title })} onClose={onClose}>
      <form className="stack" onSubmit={event => void submit(event)}>
        <TextField
          label={say('versions.reason')}
          isRequired
          value={reason}
          onChange={setReason}
          input={{ maxLength: 500 }}
        />
        <ProblemNote error={sending.error} />
        <p className="row">
          <Button
            kind="danger"
            type="submit"
            isBusy={sending.isBusy}
            whyNot={reason.trim() === '' ? say('versions.reasonFirst') : undefined}
          >
            {say('versions.withdraw')}
          </Button>
          <Button onClick={onClose}>{say('common.close')}</Button>
        </p>
      </form>
    </Sheet>
  );
}
