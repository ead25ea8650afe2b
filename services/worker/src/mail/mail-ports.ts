import type { Clock } from '@kaerimichi/casework';
import type { Logger } from '@kaerimichi/runtime';
import type { Store } from '@kaerimichi/store';
import type { Postbox } from './smtp.ts';

/** What notices are mailed with. */
export type MailPorts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly postbox: Postbox;
  /** Where the program is reached, without a slash at its end. */
  readonly place: string;
};
