import { createHash } from 'node:crypto';
import { seesBoard } from '@kaerimichi/access';
import { type InboxRead, noticeKeyOf, readInbox } from '@kaerimichi/casework';
import { type Day, type NoticeKind, tokyoDay } from '@kaerimichi/discharge';
import {
  goesNow,
  type MailChoice,
  type MailedNotice,
  type NoticeChoices,
  nextDigest,
  nextLook,
  readNoticeChoices,
} from '@kaerimichi/notices';
import type { ClaimedLook, MailReader, NamedNotice, NoticeLooks } from '@kaerimichi/store';
import type { MailPorts } from './mail-ports.ts';

/** What is looked with: the rows of one channel, and when somebody wants to be told by it. */
export type LookPorts = Pick<MailPorts, 'store' | 'clock'> & {
  readonly looks: NoticeLooks;
  readonly timesOf: (choices: NoticeChoices) => MailChoice;
};
type Reading = Pick<MailPorts, 'store' | 'clock'>;

/** A notice as a look finds it: its name, and what a mail may tell. */
export type FoundNotice = NamedNotice & MailedNotice & { readonly kind: NoticeKind; readonly dueOn: Day | null };

/** Groups of one tab that a mail tells of at most: the program itself lists no more. */
const MOST_GROUPS = 100;
/** As long as somebody may take a step back (people.md), nobody is told of it. */
const UNDO_MS = 10_000;

/** Looks once what is new for a membership: what goes out now is a mail, or a push, from then on. */
export async function takeLook(ports: LookPorts, look: ClaimedLook): Promise<void> {
  const { looks } = ports;
  const reader = await looks.readerOf(look.membership);
  const choices = readNoticeChoices(reader?.settings ?? {});
  const times = ports.timesOf(choices);
  const at = ports.clock.now();
  if (!reader || times.pace === 'off') return looks.close(look.membership);
  const isDigest = look.digestAt !== null && look.digestAt <= at;
  const digestAt = look.digestAt === null || isDigest ? nextDigest(at, times) : look.digestAt;
  const nextAt = nextLook(at, times, digestAt);
  if (nextAt === null) return looks.close(look.membership);
  const ended = { person: reader.viewer.person, nextAt, digestAt };
  const seen = await seenNow(ports, reader, at);
  const isSilent = reader.isAway || !seesBoard(reader.viewer);
  if (isSilent || (!isDigest && seen === look.seen)) return looks.end(look, { ...ended, told: [], seen });
  const found = await findNotices(ports, reader, choices);
  const going = found.filter(notice => goesNow(notice, times, { at, isDigest }));
  const unsettled = await unsettledAmong(ports, going, at);
  const told = going.filter(({ caseId }) => !unsettled.has(caseId));
  const isWhole = told.length === going.length;
  await looks.end(look, {
    ...ended,
    told: told.map(({ key, caseId, kind }) => ({ key, caseId, kind })),
    seen: isWhole ? seen : null,
    // What somebody may take back is looked at again soon, as a part of this digest.
    ...(!isWhole && { nextAt: later(at, UNDO_MS), ...(isDigest && look.digestAt && { digestAt: look.digestAt }) }),
  });
}

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

/** The cases on somebody's board and their versions, and the day: as long as it is the same, nothing came up. */
async function seenNow({ store }: Reading, { viewer, settings }: MailReader, at: string): Promise<string> {
  const versions = (await store.board.versionsOf(viewer.org)).map(([id, version]) => `${id} ${version}`).sort();
  const standing = await store.substitutes.standingIn(viewer.membership);
  const others = standing.map(({ membership }) => membership);
  const whole = JSON.stringify([tokyoDay(at), settings.muted ?? [], others, versions]);
  return createHash('sha256').update(whole).digest('base64url');
}

/** Everything that 通知 would tell somebody at this moment. */
export async function findNotices(
  ports: Reading,
  { viewer }: MailReader,
  { muted }: Pick<NoticeChoices, 'muted'>,
): Promise<FoundNotice[]> {
  const read = await readInbox(ports, { viewer, muted, limit: MOST_GROUPS });
  return noticesOf(read);
}

function noticesOf({ turn, changes }: InboxRead): FoundNotice[] {
  const caseOf = ({ entry: { card } }: InboxRead['turn'][number] | InboxRead['changes'][number]) => ({
    ...{ caseId: card.id, no: card.no },
  });
  return [
    ...turn.slice(0, MOST_GROUPS).flatMap(group =>
      group.items.map(item => ({
        ...caseOf(group),
        ...{ key: noticeKeyOf(group.entry.card.id, item), kind: item.task.kind, dueOn: item.task.dueOn },
        isForAbsent: item.inPlaceOf !== null,
      })),
    ),
    ...changes.flatMap(group =>
      group.items.map(item => ({
        ...caseOf(group),
        ...{ key: noticeKeyOf(group.entry.card.id, item), kind: item.kind, dueOn: null, isForAbsent: false },
      })),
    ),
  ];
}

async function unsettledAmong({ store }: Reading, going: readonly FoundNotice[], at: string) {
  const ids = [...new Set(going.map(({ caseId }) => caseId))];
  if (ids.length === 0) return new Set<string>();
  return new Set(await store.noticeLooks.changedSince(ids, later(at, -UNDO_MS)));
}
