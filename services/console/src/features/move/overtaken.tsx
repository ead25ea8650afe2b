import type { CaseView } from '@kaerimichi/contracts';
import type { ReactNode } from 'react';
import { useHistory } from '../../api/queries.ts';
import { ConflictNote } from './conflict-note.tsx';

type Props = {
  /** The case as it was when the sheet was opened. */
  readonly view: CaseView;
  readonly mine: string;
  readonly children: ReactNode;
};

/** Somebody moved the case while the sheet was open; said before anything is sent. */
export function Overtaken({ view, mine, children }: Props) {
  const history = useHistory(view.id);
  if (!history.data) return null;
  const since = history.data.filter(({ seq }) => seq > view.version).reverse();
  return (
    <ConflictNote since={since} mine={mine}>
      {children}
    </ConflictNote>
  );
}
