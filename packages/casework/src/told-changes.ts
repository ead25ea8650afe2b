import type { CaseAccess, Viewer } from '@kaerimichi/access';
import { type CaseEvent, type CaseFacts, type ChangeKind, changeKindOf, type Words } from '@kaerimichi/discharge';
import { eventsByType, isOutsideChart } from '@kaerimichi/discharge/chart';
import { HIDDEN, readerOf, typeFor } from './entry-kind.ts';
import { labelOf } from './tell-corrections.ts';

/** Something that somebody else did in a case: what, when and who, no word of what was written. */
export type ToldChange = {
  readonly seq: number;
  readonly kind: ChangeKind;
  readonly label: Words;
  readonly at: string;
  readonly by: { readonly org: string; readonly role: string };
};

type Changed = {
  readonly caseId: string;
  /** The row of the viewer's organisation. */
  readonly access: CaseAccess;
  readonly facts: CaseFacts;
  readonly events: readonly CaseEvent[];
  /** What corrections among the events are about. */
  readonly targets: readonly CaseEvent[];
};

/**
 * What comes near or was missed stands in あなたの番: nobody is told of it twice. New rules of the organisation come to all of
 * its cases at once: told case by case they would bury what happened there.
 */
const isUntold = (type: string): boolean => type.startsWith('due.') || type === 'rules.adopted';

/** What others did in a case, as far as this viewer is told of it now, in the order of the events. */
export function toldChanges({ caseId, access, facts, events, targets }: Changed, viewer: Viewer): ToldChange[] {
  const reader = readerOf(viewer, { id: caseId, access: [{ ...access, org: viewer.org }], facts });
  const bySeq = new Map(targets.map(target => [target.seq, target]));
  const isTold = (event: CaseEvent | undefined) => event !== undefined && typeFor(event, reader) !== HIDDEN;
  return (
    events
      .filter(({ by, type }) => by.membership !== viewer.membership && !isUntold(type))
      // A correction tells of what it corrects: to whom that is hidden, so is this.
      .filter(event => isTold(event) && (!isOutsideChart(event.type) || isTold(bySeq.get(Number(event.body.seq)))))
      .map(event => ({
        seq: event.seq,
        kind: changeKindOf(event.type, eventsByType.get(event.type)?.kind === 'move'),
        label: labelOf(event, reader),
        at: event.at,
        by: { org: event.by.org, role: event.by.role },
      }))
  );
}
