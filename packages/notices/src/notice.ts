import type { Words } from '@kaerimichi/discharge';

/** あなたの番, or 変更のお知らせ. */
export type NoticeTab = 'turn' | 'changes';

/**
 * When a notice does not wait for the next digest: `always`, once its day has come (`due`), or `never`. Whoever does not
 * want that says so in the settings.
 */
export type Urgency = 'always' | 'due' | 'never';

/** A kind of notice, as it is told outside the program. */
export type NoticeDefinition = {
  readonly tab: NoticeTab;
  readonly urgency: Urgency;
  /** What stands in a mail beside the number of the case: what waits, never for whom, and no word of its content. */
  readonly mail: Words;
};
