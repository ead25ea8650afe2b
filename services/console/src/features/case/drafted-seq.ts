import type { CaseView } from '@kaerimichi/contracts';
import { isRecord } from '../../api/is-record.ts';

/** The entry that holds the newest minutes of a conference, as far as the viewer is told of it. */
export function draftedSeq({ facts }: Pick<CaseView, 'facts'>, conferenceId: unknown): number | null {
  const lists = Object.values(facts).map(category => category.conferences);
  const conferences = lists.flatMap((list): unknown[] => (Array.isArray(list) ? list : []));
  const found = conferences.find(item => isRecord(item) && item.id === conferenceId);
  return isRecord(found) && typeof found.minutesSeq === 'number' ? found.minutesSeq : null;
}
