import { seesBoard } from '@kaerimichi/access';
import { afterQuiet, composeCode, composeNotices, type Mail, readNoticeChoices } from '@kaerimichi/notices';
import type { ClaimedMail } from '@kaerimichi/store';
import type { MailPorts } from './mail-ports.ts';
import type { SendFailure } from './smtp.ts';
import { findNotices } from './take-look.ts';

const MINUTE_MS = 60_000;
/** After each try that failed: a server that is down for a night is waited for, and then the mail is old. */
const WAITS_MS = [1, 5, 15, 60, 120, 240, 480].map(minutes => minutes * MINUTE_MS);

/** How often it is asked whether somebody has come back. */
const AWAY_MS = 60 * MINUTE_MS;

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

/** What a mail would say now; a later instant: not before then; null: nothing any more. */
type Written = (Mail & { readonly told: readonly string[] }) | { readonly notBefore: string } | null;

/**
 * Sends one mail. What it says is read at this moment: what somebody has read meanwhile, or may not see any more, is not
 * told. Dies the program between the server's answer and the row, another try sends the same mail under the same id.
 */
export async function sendMail(ports: MailPorts, mail: ClaimedMail): Promise<void> {
  const { mails } = ports.store;
  const written = await writeMail(ports, mail);
  if (written === null) return mails.end(mail.id, { state: 'dropped', told: [] });
  if ('notBefore' in written) return mails.postpone(mail.id, written.notBefore, null);
  const { told, ...said } = written;
  const failure = await ports.postbox.send({ ...said, id: mail.id, to: mail.address });
  if (failure) return notSent(ports, mail, { failure, told });
  await mails.end(mail.id, { state: 'sent', told });
}

async function writeMail(
  ports: MailPorts,
  { id, membership, code, language, isConfirmed }: ClaimedMail,
): Promise<Written> {
  if (membership === null) return code === null ? null : { ...composeCode(code, language), told: [] };
  const reader = await ports.store.noticeLooks.readerOf(membership);
  const choices = readNoticeChoices(reader?.settings ?? {});
  if (!reader || !isConfirmed || !seesBoard(reader.viewer) || choices.mail.pace === 'off') return null;
  const now = ports.clock.now();
  // Whoever came back is told of what still waits; until then somebody stands in for them.
  const notBefore = reader.isAway ? later(now, AWAY_MS) : afterQuiet(now, choices.mail);
  if (notBefore > now) return { notBefore };
  const keys = new Set(await ports.store.mails.keysOf(id));
  const found = (await findNotices(ports, reader, choices)).filter(({ key }) => keys.has(key));
  if (found.length === 0) return null;
  return { ...composeNotices(found, { language, place: ports.place }), told: found.map(({ key }) => key) };
}

type NotSent = { readonly failure: SendFailure; readonly told: readonly string[] };

async function notSent({ store, clock, log }: MailPorts, mail: ClaimedMail, { failure, told }: NotSent): Promise<void> {
  const { why, isFinal } = failure;
  log.warn({ mail: mail.id, tries: mail.tries, why, isFinal }, 'a mail was not taken');
  const wait = isFinal ? undefined : WAITS_MS[mail.tries - 1];
  if (wait !== undefined) {
    return store.mails.postpone(mail.id, later(clock.now(), wait), why);
  }
  await store.mails.end(mail.id, { state: 'failed', told, failure: why });
  if (isFinal) await store.mailAddresses.refuse(mail.person, mail.address);
}
