import { recordNumberOf } from '@kaerimichi/contracts';
import type { ApiPorts } from './ports.ts';
import type { Asking } from './problem.ts';

/** A fault is logged once, with the number that whoever met it reads on the page (記録番号). */
export function logFault({ log }: Pick<ApiPorts, 'log'>, { requestId }: Asking, fault: unknown): void {
  log.error({ requestId, recordNumber: recordNumberOf(requestId), err: fault }, 'fault');
}

/** What was refused for want of a free connection: no fault of ours, yet the page shows a number for it. */
export function logBusy({ log }: Pick<ApiPorts, 'log'>, { requestId }: Asking): void {
  log.warn({ requestId, recordNumber: recordNumberOf(requestId) }, 'busy');
}
