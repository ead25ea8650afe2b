import type { Casework, Clock } from '@kaerimichi/casework';
import type { Logger, Metrics, Place } from '@kaerimichi/runtime';
import type { ReaderPlaces, Store } from '@kaerimichi/store';

/** What the api is made with. */
export type ApiPorts = {
  readonly store: Store;
  readonly casework: Casework;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Where this process's readers of the outbox are, for /readyz. */
  readonly places: () => ReaderPlaces;
  readonly settings: Place & {
    readonly isDemo: boolean;
    /** Cookies are Secure and carry the __Host- prefix. */
    readonly isSecure: boolean;
    readonly metricsToken: string | null;
    readonly consoleDir: string;
    readonly version: string;
  };
};
