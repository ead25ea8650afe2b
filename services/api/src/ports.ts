import type { Casework, Clock } from '@kaerimichi/casework';
import type { Logger, Metrics, Place } from '@kaerimichi/runtime';
import type { Store } from '@kaerimichi/store';

/** What the api is made with. */
export type ApiPorts = {
  readonly store: Store;
  readonly casework: Casework;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly settings: Place & {
    readonly isDemo: boolean;
    /** Cookies are Secure and carry the __Host- prefix. */
    readonly isSecure: boolean;
    readonly metricsToken: string | null;
    readonly consoleDir: string;
    readonly version: string;
  };
};
