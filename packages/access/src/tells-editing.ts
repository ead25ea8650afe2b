import type { CaseFacts, FullCard } from '@kaerimichi/discharge';
import { actsAs } from './acts-as.ts';
import { accessOf } from './case-access.ts';
import { maySend } from './commands.ts';
import { tellsPresent } from './tells-present.ts';
import type { CaseAccess, CaseWithAccess, Viewer } from './viewer.ts';

type Written = CaseWithAccess & { readonly facts: CaseFacts; readonly card: Pick<FullCard, 'lead' | 'owners'> };

/**
 * Whether somebody who has the form of an event before them is told who else fills it in: both may send it to this case,
 * and the reader may hear that the other one is there. Who does not want to be seen looking is named here all the same,
 * since two texts about one thing are the harm.
 */
export function tellsEditing(
  { reader, editor }: { readonly reader: Viewer; readonly editor: Viewer },
  written: Written,
  type: string,
): boolean {
  const access = accessToWrite(reader, written, type);
  if (access === null || accessToWrite(editor, written, type) === null) return false;
  return tellsPresent({ card: written.card, access }, { reader: reader.org, of: editor.org });
}

/** Of a closed case too: a few forms are of its end. */
function accessToWrite(viewer: Viewer, written: Written, type: string): CaseAccess | null {
  const access = accessOf(written, viewer);
  return access !== null && maySend(viewer, actsAs(access, written.facts, viewer), type) ? access : null;
}
