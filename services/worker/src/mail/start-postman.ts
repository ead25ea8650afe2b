import type { NoticeChoices } from '@kaerimichi/notices';
import { inTurns } from '../in-turns.ts';
import type { MailPorts } from './mail-ports.ts';
import { sendMail } from './send-mail.ts';
import { takeLook } from './take-look.ts';

/** Whoever confirmed an address or took up a membership is looked for within a minute. */
const OPEN_MS = 60_000;
/** Looks and mails of one turn, each claimed when it is begun: a slow server keeps no claim of another one waiting. */
const SLICE = 20;

/**
 * The postman: looks what is new for whoever wants to be told by mail, and sends it. Beside the clock and not in it: a
 * slow mail server makes no deadline late. Several share the work by rows; none sends what another one does.
 */
export function startPostman(ports: MailPorts): { stop(): Promise<void> } {
  const turns = inTurns(stopping => {
    const turn = turnOf(ports, stopping);
    return () => turn().catch(fault => ports.log.warn({ err: fault }, 'the postman missed a turn'));
  });
  return {
    async stop() {
      await turns.stop();
      ports.postbox.close();
    },
  };
}

/** One turn: looks that are due, then mails that are, those of these looks among them. */
export function turnOf(ports: MailPorts, stopping: AbortSignal): () => Promise<void> {
  const { noticeLooks, mails } = ports.store;
  const each = oneByOne(ports, stopping);
  let openedAt = 0;
  return async () => {
    if (Date.now() - openedAt >= OPEN_MS) {
      await noticeLooks.open();
      openedAt = Date.now();
    }
    const looking = { ...ports, looks: noticeLooks, timesOf: ({ mail }: NoticeChoices) => mail };
    await each(noticeLooks.claim, look => takeLook(looking, look));
    await each(mails.claim, mail => sendMail(ports, mail));
  };
}

/** Does one after the other; those behind one that fails do not suffer from it, and its claim ends by itself. */
const oneByOne =
  ({ log }: MailPorts, stopping: AbortSignal) =>
  async <Claimed extends { readonly membership: string | null }>(
    claim: () => Promise<Claimed | null>,
    work: (claimed: Claimed) => Promise<void>,
  ): Promise<void> => {
    for (let n = 0; n < SLICE && !stopping.aborted; n++) {
      const claimed = await claim();
      if (claimed === null) return;
      await work(claimed).catch(fault =>
        log.error({ err: fault, membership: claimed.membership }, 'a mail could not be made'),
      );
    }
  };
