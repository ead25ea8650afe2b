import { type Day, type NoticeKind, tokyoDay } from '@kaerimichi/discharge';
import { notices } from './catalogue.ts';
import type { MailChoice, QuietHours } from './choices.ts';

/** How soon after it came up something is told that is told at once; and as soon as it is looked for again. */
export const SOON_MS = 60_000;

const DAY_MS = 86_400_000;
/** Japan has no summer time. */
const TOKYO_MS = 9 * 3_600_000;

const midnightBefore = (ms: number): number => Math.floor((ms + TOKYO_MS) / DAY_MS) * DAY_MS - TOKYO_MS;

function msOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}

/** An instant, or the end of the quiet hours in which it lies; both in milliseconds. */
function outsideQuiet(ms: number, quiet: QuietHours | null): number {
  if (!quiet) return ms;
  const midnight = midnightBefore(ms);
  const [time, from, until] = [ms - midnight, msOf(quiet.from), msOf(quiet.until)];
  const overMidnight = until < from;
  const isQuiet = overMidnight ? time >= from || time < until : time >= from && time < until;
  if (!isQuiet) return ms;
  return midnight + until + (overMidnight && time >= from ? DAY_MS : 0);
}

/** When a mail that could go out at an instant does: then, or once the quiet hours have ended. */
export const afterQuiet = (at: string, { quiet }: Pick<MailChoice, 'quiet'>): string =>
  new Date(outsideQuiet(Date.parse(at), quiet)).toISOString();

/** The next digest after an instant; one in quiet hours goes out when they end. */
export function nextDigest(at: string, { times, quiet }: Pick<MailChoice, 'times' | 'quiet'>): string {
  const now = Date.parse(at);
  const today = midnightBefore(now);
  // Yesterday's too: its evening may have waited for this morning.
  const all = [-1, 0, 1].flatMap(day => times.map(time => outsideQuiet(today + day * DAY_MS + msOf(time), quiet)));
  return new Date(Math.min(...all.filter(ms => ms > now))).toISOString();
}

/** When it is looked next for what is new; null: never, since nothing is mailed. `digestAt` lies after `at`. */
export function nextLook(at: string, mail: MailChoice, digestAt: string): string | null {
  if (mail.pace === 'off') return null;
  const waits = mail.pace === 'digest' && !mail.urgentAtOnce;
  const soon = new Date(Date.parse(at) + SOON_MS).toISOString();
  return afterQuiet(waits || digestAt < soon ? digestAt : soon, mail);
}

/** A notice as far as its time is asked for. */
export type Timed = { readonly kind: NoticeKind; readonly dueOn?: Day | null };

/** Whether a notice is urgent on a day: by its kind, or once its day has come. */
function isUrgent({ kind, dueOn }: Timed, on: Day): boolean {
  const { urgency } = notices[kind];
  return urgency === 'always' || (urgency === 'due' && typeof dueOn === 'string' && dueOn <= on);
}

/** Whether a notice goes out when it is looked at an instant, with the digest or before it. */
export function goesNow(notice: Timed, mail: MailChoice, { at, isDigest }: { at: string; isDigest: boolean }): boolean {
  if (mail.pace === 'off' || afterQuiet(at, mail) !== at) return false;
  if (notices[notice.kind].tab === 'changes') return mail.changes && isDigest;
  return isDigest || mail.pace === 'atOnce' || (mail.urgentAtOnce && isUrgent(notice, tokyoDay(at)));
}
