import type { CaseView } from '@kaerimichi/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { recordPath } from '../case/record-path.ts';

type Props = {
  readonly view: CaseView;
  /** Events that this person may send now. */
  readonly can: readonly string[];
  readonly event: string;
  /** What the form begins with. */
  readonly fill?: Readonly<Record<string, string>>;
  /** Where the words alone do not say what it is about. */
  readonly name?: string;
  readonly children: ReactNode;
};

/** The way to the form of an event, for whoever may send it. */
export function FormLink({ view, can, event, fill = {}, name, children }: Props) {
  if (!can.includes(event)) return null;
  const query = new URLSearchParams(fill).toString();
  return (
    <Link className="button" to={`${recordPath(view.id, event)}${query ? `?${query}` : ''}`} aria-label={name}>
      {children}
    </Link>
  );
}
