import type { Clock } from '@kaerimichi/casework';
import type { Logger } from '@kaerimichi/runtime';
import type { Store } from '@kaerimichi/store';
import type { Outside } from './call-outside.ts';

/** Keys by which the push services of browsers know this program (VAPID); `subject`: whom they write to. */
export type PushKeys = { readonly publicKey: string; readonly privateKey: string; readonly subject: string };

/** What is sent outside with. */
export type CourierPorts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  /** Where the program is reached, without a slash at its end. */
  readonly place: string;
  readonly outside: Outside;
  /** Services of organisations are told. */
  readonly isWebhookSent: boolean;
  /** null: no browser is told. */
  readonly push: PushKeys | null;
};
