import type { CaseFacts, Day, Words } from '@kaerimichi/discharge';

/** What somebody of the invented world does next while others watch: a told story goes on from where seeding left it. */
export type Happening = {
  /** By the name to sign in with. */
  readonly by: string;
  readonly what: Words;
  readonly type: string;
  /** As it would be sent on a day. */
  readonly body: (today: Day) => Readonly<Record<string, unknown>>;
  /** Whether a case has it already, whoever did it. */
  readonly isDone: (facts: CaseFacts) => boolean;
};

/** What happens to one child, in its order. */
export type Line = { readonly no: string; readonly child: string; readonly happenings: readonly Happening[] };
