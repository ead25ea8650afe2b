import type { VisitAhead } from '@kaerimichi/contracts';
import type { Outgoing } from '../../offline/outbox.ts';
import { dayAndTime } from '../../words/dates.ts';
import type { Speech } from '../../words/words.ts';

type Standing = Pick<
  VisitAhead,
  'side' | 'recordedBy' | 'signedBy' | 'openDifferences' | 'isTwice' | 'missing' | 'accompanied'
>;

/** Where a visit stands for one side, in one or two sentences: what is still to do first. */
export function visitWords(visit: Standing, going: Outgoing | undefined, speech: Speech): string {
  const { say } = speech;
  const { side, recordedBy, signedBy, openDifferences, isTwice, missing, accompanied } = visit;
  const other = side === 'hospital' ? 'station' : 'hospital';
  const isOther = accompanied && !recordedBy.includes(other);
  return [
    ...(going ? [outgoingWords(going, speech)] : []),
    ...(!recordedBy.includes(side) && !going ? [say('visits.notRecorded')] : []),
    ...(isTwice ? [say('visits.twice')] : []),
    ...(recordedBy.includes(side) && !signedBy.includes(side) && !isTwice ? [say('visits.notSigned')] : []),
    ...(recordedBy.includes(side) && isOther ? [say('visits.otherNotRecorded')] : []),
    ...(openDifferences > 0 ? [say('visits.differences', { n: openDifferences })] : []),
    ...(missing > 0 ? [say('visits.missing', { n: missing })] : []),
  ].join(' ');
}

/** What became of something that was written here. */
export function outgoingWords({ state }: Outgoing, { say, language, findCode }: Speech): string {
  switch (state.is) {
    case 'waiting':
      return say(state.needsSignIn ? 'outbox.needsSignIn' : 'outbox.waiting');
    case 'sending':
      return say('outbox.sending');
    case 'sent':
      return say('outbox.sent', { at: dayAndTime(state.at, language) });
    case 'refused':
      return say('outbox.refused', { why: findCode('problem', state.why.code) ?? '' });
  }
}
