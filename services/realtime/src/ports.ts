import type { Clock } from '@kaerimichi/casework';
import type { Logger, Metrics, Place } from '@kaerimichi/runtime';
import type { Store } from '@kaerimichi/store';

export type RealtimePorts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly settings: Place & { readonly isSecure: boolean };
};
