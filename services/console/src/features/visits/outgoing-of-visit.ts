import type { Outgoing } from '../../offline/outbox.ts';

/** Under which name what is written of a visit lies in the outbox. */
export const visitRow = ({ caseId, visitId }: { readonly caseId: string; readonly visitId: string }): string =>
  `visit ${caseId} ${visitId}`;

/** What was written here of a visit and waits to be sent, was sent or was refused, oldest first. */
export const outgoingOfVisit = (
  items: readonly Outgoing[],
  visit: { readonly caseId: string; readonly visitId: string },
): readonly Outgoing[] => items.filter(({ row }) => row === visitRow(visit));
