import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import './admin.css';

type Props = {
  readonly title: string;
  readonly isWhole: boolean;
  readonly sending: { readonly isPending: boolean; readonly isSuccess: boolean; readonly error: unknown };
  /** Whether what was sent last waits for a second person. */
  readonly isProposed: boolean;
  readonly onSubmit: () => void;
  /** Fields; told whether an attempt was made, so that what is missing is said then and not before. */
  readonly children: (isTried: boolean) => ReactNode;
};

/** A short form that adds one thing to a list. */
export function AddForm({ title, isWhole, sending, isProposed, onSubmit, children }: Props) {
  const { say } = useSpeech();
  const [isTried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(!isWhole);
    if (isWhole) onSubmit();
  };
  return (
    <form className="panel stack" noValidate onSubmit={submit}>
      <h2>{title}</h2>
      <ProblemNote error={sending.error} />
      {children(isTried)}
      <p className="row">
        <Button type="submit" kind="primary" isBusy={sending.isPending}>
          {say('admin.add')}
        </Button>
        <span role="status" className="small">
          {sending.isSuccess && say(isProposed ? 'admin.proposed' : 'admin.added')}
        </span>
      </p>
    </form>
  );
}

type TableProps = {
  readonly caption: string;
  readonly heads: readonly string[];
  /** Key, row heading, further cells. */
  readonly rows: readonly (readonly [string, ...ReactNode[]])[];
};

export function PlainTable({ caption, heads, rows }: TableProps) {
  const { say } = useSpeech();
  if (rows.length === 0) return <p className="muted">{say('admin.none')}</p>;
  return (
    <div className="table-frame">
      <table className="table plain-table">
        <caption className="hidden-visually">{caption}</caption>
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([id, name, ...cells]) => (
            <tr key={id}>
              <th scope="row" className="plain-name">
                {name}
              </th>
              {cells.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells are named by their column
                <td key={at} data-label={heads[at + 1]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
