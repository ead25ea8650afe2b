import type { Clock } from '@kaerimichi/casework';
import type { Logger, Metrics } from '@kaerimichi/runtime';
import type { Store } from '@kaerimichi/store';

export type RealtimePorts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly settings: { readonly isSecure: boolean; readonly publicOrigin: string | null };
};
