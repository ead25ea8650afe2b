import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import './slip.css';

export type Slip = { readonly token: string; readonly expiresAt: string };
export type SlipFor = { readonly displayName: string; readonly identifier: string };

type Props = { readonly person: SlipFor; readonly slip: Slip; readonly onClose: () => void };

/** The slip to hand over, shown once: on paper or copied into a message of the house. */
export function SlipSheet({ person, slip, onClose }: Props) {
  const { say, language } = useSpeech();
  // The token stands in the fragment, which no server log and no referrer ever sees.
  const address = `${window.location.origin}/password#${slip.token}`;
  const lines = [
    [say('slip.person'), person.displayName],
    [say('admin.identifier'), person.identifier],
    [say('slip.address'), address],
    [say('slip.until'), dayAndTime(slip.expiresAt, language)],
  ] as const;
  return (
    <Sheet title={say('slip.title')} onClose={onClose} size="wide" isFirm>
      <PaperSlip
        once={say('slip.once', { name: person.displayName })}
        title={say('slip.paperTitle')}
        lines={lines}
        how={say('slip.how')}
        done={say('slip.handedOver')}
        onClose={onClose}
      />
    </Sheet>
  );
}

type PaperProps = {
  readonly once: string;
  readonly title: string;
  readonly lines: readonly (readonly [name: string, value: string])[];
  readonly how: string;
  /** Of the button that closes it. */
  readonly done: string;
  readonly onClose: () => void;
};

/** What is shown once, to be printed or copied. */
export function PaperSlip({ once, title, lines, how, done, onClose }: PaperProps) {
  const { say } = useSpeech();
  const [copying, setCopying] = useState<'not' | 'done' | 'failed'>('not');
  const text = [title, ...lines.map(([name, value]) => `${name}: ${value}`), how].join('\n');
  return (
    <div className="stack">
      <p className="slip-tools">{once}</p>
      <section className="slip stack" aria-label={title}>
        <h3>{title}</h3>
        <dl className="slip-lines">
          {lines.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p>{how}</p>
      </section>
      <p className="row slip-tools">
        <Button
          kind="primary"
          onClick={() =>
            void navigator.clipboard.writeText(text).then(
              () => setCopying('done'),
              () => setCopying('failed'),
            )
          }
        >
          {say('slip.copy')}
        </Button>
        <Button onClick={() => window.print()}>{say('slip.print')}</Button>
        <Button onClick={onClose}>{done}</Button>
        <span role="status" className="small">
          {copying === 'done' && say('slip.copied')}
          {copying === 'failed' && say('slip.notCopied')}
        </span>
      </p>
    </div>
  );
}
