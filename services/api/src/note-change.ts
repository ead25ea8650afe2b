import { type Noting, noteStep } from './note-look.ts';
import type { ApiPorts } from './ports.ts';

/** `what`: ids, roles, flags and days; never a name. */
type Change = { readonly what: string; readonly outcome: string; readonly requestId: string };

/** That somebody changed who may do what: no case has a history of it. */
export const noteChange = (ports: ApiPorts, by: Noting, { what, outcome, requestId }: Change): void =>
  noteStep(ports, by, { what, outcome, meta: { requestId } });
