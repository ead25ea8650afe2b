import type { Mail } from '@kaerimichi/notices';

/**
 * Why a mail was not taken: the address is refused, the server is not reached, it does not let us in, or something else.
 * `isFinal`: the address is refused for good, and no other try helps.
 */
export type SendFailure = {
  readonly why: 'refused' | 'unreachable' | 'notAllowed' | 'other';
  readonly isFinal: boolean;
};

export type Postbox = {
  /** null: the server took it. The id names the mail for ever: sent twice, it is one for whoever reads it. */
  send(mail: Mail & { readonly id: string; readonly to: string }): Promise<SendFailure | null>;
  close(): void;
};

export type PostboxOptions = {
  /** smtp:// or smtps://, with user and password where the server wants them. */
  readonly url: string;
  readonly from: string;
};

/** All of it is shorter than a claim on a mail (store): whoever is slower is given up before another worker begins. */
const CONNECT_MS = 15_000;
const ANSWER_MS = 30_000;
const WHOLE_MS = 120_000;

/** A mail server that takes mails for others. Passwords and addresses are in no failure that it answers. */
export async function openPostbox({ url, from }: PostboxOptions): Promise<Postbox> {
  // Loaded where there is a mail server, and nowhere else.
  const { createTransport } = await import('nodemailer');
  const waits = { connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: ANSWER_MS };
  const transport = createTransport({ url, ...waits }, { from });
  return {
    async send({ id, to, subject, text }) {
      try {
        const domain = from.split('@').at(-1)?.replace(/[>\s]/g, '') || 'localhost';
        const sending = transport.sendMail({
          ...{ to, subject, text, messageId: `<${id}@${domain}>`, textEncoding: 'base64' },
          // Told to programs that answer by themselves: no holiday reply comes back.
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return await within(WHOLE_MS, sending);
      } catch (fault) {
        return failureOf(fault);
      }
    },
    close: () => transport.close(),
  };
}

/** A server that always answers at the last moment is given up as if it were not reached. */
function within(ms: number, sending: Promise<unknown>): Promise<SendFailure | null> {
  return new Promise((resolve, reject) => {
    const given = setTimeout(() => resolve({ why: 'unreachable', isFinal: false }), ms);
    sending.then(() => resolve(null), reject).finally(() => clearTimeout(given));
  });
}

type SmtpFault = { readonly code?: unknown; readonly responseCode?: unknown };

function failureOf(fault: unknown): SendFailure {
  const { code, responseCode } = (typeof fault === 'object' && fault !== null ? fault : {}) as SmtpFault;
  if (code === 'EENVELOPE') {
    const isFinal = typeof responseCode === 'number' && responseCode >= 500;
    return { why: 'refused', isFinal };
  }
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'ETLS') return { why: 'notAllowed', isFinal: false };
  const unreached = ['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ECONNREFUSED', 'ECONNRESET'];
  if (unreached.some(known => known === code)) return { why: 'unreachable', isFinal: false };
  return { why: 'other', isFinal: false };
}
