import { useState } from 'react';
import { useSpeech } from '../words/speech-context.tsx';
import { Button } from './button.tsx';
import { Sheet } from './sheet.tsx';
import './paper-slip.css';

type Props = {
  /** Of the sheet around the paper. */
  readonly title: string;
  /** That it is shown this once; not printed. */
  readonly once: string;
  readonly paper: {
    readonly title: string;
    /** A code is written large: somebody types it from the paper. */
    readonly lines: readonly (readonly [name: string, value: string, kind?: 'code'])[];
    readonly how: string;
  };
  /** Its text may also go into a message of the house, which is then the first thing offered. */
  readonly mayBeCopied?: boolean;
  readonly onClose: () => void;
};

/** A paper to hand over, shown once. */
export function PaperSlip({ title, once, paper, mayBeCopied = false, onClose }: Props) {
  const { say } = useSpeech();
  const [copying, setCopying] = useState<'not' | 'done' | 'failed'>('not');
  const text = [paper.title, ...paper.lines.map(([name, value]) => `${name}: ${value}`), paper.how].join('\n');
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => setCopying('done'),
      () => setCopying('failed'),
    );
  return (
    <Sheet title={title} onClose={onClose} size="wide" isFirm>
      <div className="stack">
        <p className="slip-tools">{once}</p>
        <section className="slip stack" aria-label={paper.title}>
          <h3>{paper.title}</h3>
          <dl className="slip-lines">
            {paper.lines.map(([name, value, kind]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd className={kind === 'code' ? 'slip-code' : undefined}>{value}</dd>
              </div>
            ))}
          </dl>
          <p>{paper.how}</p>
        </section>
        <p className="row slip-tools">
          {mayBeCopied && (
            <Button kind="primary" onClick={copy}>
              {say('slip.copy')}
            </Button>
          )}
          <Button kind={mayBeCopied ? 'plain' : 'primary'} onClick={() => window.print()}>
            {say('slip.print')}
          </Button>
          <Button onClick={onClose}>{say('slip.handedOver')}</Button>
          {mayBeCopied && (
            <span role="status" className="small">
              {copying === 'done' && say('slip.copied')}
              {copying === 'failed' && say('slip.notCopied')}
            </span>
          )}
        </p>
      </div>
    </Sheet>
  );
}
