import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived: its source, and what of it is read by people. */
type ArrivedMail = {
  readonly raw: string;
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};

export type Mailbox = {
  readonly port: number;
  /** Of SMTP_URL. */
  readonly url: string;
  /** In the order in which they arrived. */
  readonly arrived: ArrivedMail[];
  /** Recipients that are refused for good. */
  readonly refused: string[];
  /** Called with each mail before the server says that it has taken it. */
  onArrival: (mail: ArrivedMail) => Promise<void> | void;
  stop(): Promise<void>;
};

/** A real SMTP server on this computer, which takes every mail and delivers none. */
export async function startMailbox(port = 0): Promise<Mailbox> {
  const arrived: ArrivedMail[] = [];
  const refused: string[] = [];
  const mailbox: { onArrival: Mailbox['onArrival'] } = { onArrival: () => {} };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, callback) =>
      callback(refused.includes(address) ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null),
    onData(stream, { envelope }, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', async () => {
        const mail = read(
          Buffer.concat(parts).toString('latin1'),
          envelope.rcptTo.map(({ address }) => address).join(),
        );
        arrived.push(mail);
        await mailbox.onArrival(mail);
        callback();
      });
    },
  });
  // A sender that is killed cuts its connection.
  server.on('error', () => {});
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
  const own = (server.server.address() as AddressInfo).port;
  return Object.assign(mailbox, {
    ...{ port: own, url: `smtp://127.0.0.1:${own}`, arrived, refused },
    stop: () => new Promise<void>(resolve => server.close(() => resolve())),
  });
}

function read(raw: string, to: string): ArrivedMail {
  const split = raw.indexOf('\r\n\r\n');
  const headers = raw.slice(0, split).replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: *(.*)$`, 'im').exec(headers)?.[1]?.trim() ?? '';
  if (header('content-transfer-encoding') !== 'base64') throw new Error('a mail in another encoding than base64');
  const text = Buffer.from(raw.slice(split), 'base64').toString('utf8');
  return { raw, to, id: header('message-id'), subject: decoded(header('subject')), text };
}

/** Encoded words (RFC 2047); blanks between two of them are none of the text. */
const decoded = (words: string): string =>
  words.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, way: string, content: string) => {
    const bytes =
      way.toLowerCase() === 'b'
        ? Buffer.from(content, 'base64')
        : Buffer.from(
            content
              .replace(/_/g, ' ')
              .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
            'latin1',
          );
    return bytes.toString('utf8');
  });
