import { readFile } from 'node:fs/promises';
import { mayHearPapers } from '@kaerimichi/access';
import { handoffPaperEndpoints } from '@kaerimichi/contracts';
import { isPaperCurrent, type PaperAnswer } from '@kaerimichi/discharge';
import type { Packet } from '@kaerimichi/store';
import { knownOf } from '../documents/known-of.ts';
import { fewForEach } from '../few-for-each.ts';
import { type Asked, implement } from '../implement.ts';
import { implementOnce } from '../implement-once.ts';
import type { ApiPorts } from '../ports.ts';
import { slowDown } from '../slow-down.ts';

/** Handoffs on paper: printed with a code, and answered by it by whoever has no account, or by telephone. */
export const handoffPaperImplementations = (ports: ApiPorts) => [printing(ports), answering(ports), hearing(ports)];

const notFound = { ok: false, refusal: { code: 'not-found' } } as const;
const notPermitted = { ok: false, refusal: { code: 'not-permitted' } } as const;

/** One answer for a code that never was, is too old or was used too often: nobody learns which. */
const noSuchCode = {
  ok: false,
  refusal: {
    code: 'not-found' as const,
    detail:
      'この番号は使えません。紙の番号を確かめてください。それでも使えないときは、紙にある電話番号にお知らせください。 / This code cannot be used. Check it; if it still does not work, call the number on the paper.',
  },
} as const;

/** A PDF takes tenths of a second of this process: whoever asks for many has them one after the other. */
const [AT_A_TIME, WAITING] = [1, 5];

const printing = (ports: ApiPorts) => {
  const inTurn = fewForEach(AT_A_TIME, WAITING);
  return implement(ports, handoffPaperEndpoints.print, async asked => {
    const { who, params, meta } = asked;
    const { packetOf, readTypes, composeDocument } = await import('@kaerimichi/documents');
    const rule = packetOf({ handoffId: params.handoff, code: '', address: '' });
    const taking = { kind: rule.id, rule };
    const seen = await ports.casework.documents(who, params.id, { types: readTypes, taking, meta });
    if (!seen.ok) return seen;
    const known = await knownOf(ports, seen.answer);
    const handoff = known.facts.handoffs?.find(({ id }) => id === params.handoff);
    const version = handoff?.sentVersion;
    // Somebody of the network opens it there; a paper of a draft would be answered for what nobody sent.
    if (!version || !isPaperCurrent(handoff, version)) return notFound;
    const packet = { caseId: params.id, handoffId: params.handoff, version };
    const { code } = await ports.store.handoffPackets.print(packet, who.viewer.membership);
    const template = packetOf({ handoffId: params.handoff, code, address: `${originOf(ports, asked)}/p` });
    const { paper } = composeDocument(template, known);
    const { printPaper } = await import('@kaerimichi/documents/pdf');
    const print = {
      ...{ no: known.no, version: known.version, by: who.displayName, at: ports.clock.now() },
      ...{ isDemo: ports.settings.isDemo, font: await readFile(ports.settings.fontFile) },
    };
    const bytes = await inTurn(who.viewer.person, () => printPaper(paper, print));
    if (!bytes) return { ok: false, refusal: { code: 'busy' } };
    // In the log before anything leaves: a file is out of our hands.
    await ports.store.log.flush();
    return { ok: true, file: { bytes, name: `${known.no}-${template.title.ja}.pdf` } };
  });
};

/** Where this program is reached: as it is told, else as whoever prints has reached it. */
function originOf(
  { settings }: ApiPorts,
  { request }: Pick<Asked<typeof handoffPaperEndpoints.print>, 'request'>,
): string {
  return settings.publicOrigin ?? `${settings.isSecure ? 'https' : 'http'}://${request.headers.host ?? 'localhost'}`;
}

type Said = {
  readonly answer: PaperAnswer;
  readonly saidBy: string;
  readonly way: 'page' | 'telephone';
  readonly heardBy?: string;
  readonly saidAt?: string | undefined;
};

/** Wrong codes count for the address, as those of invitations do: past ten in a quarter of an hour none is compared. */
async function onCode({ store, clock }: ApiPorts, address: string, code: string) {
  const reserved = await store.joinAttempts.reserve(address);
  if ('until' in reserved) return slowDown(reserved.until, clock.now());
  const packet = await store.handoffPackets.use(code);
  if (!packet) return noSuchCode;
  await store.joinAttempts.noteRight(address, reserved.slot);
  return { ok: true, packet } as const;
}

/** Writes what was said of exactly the printed version; a paper that was replaced or taken back says so, and writes nothing. */
async function writeDown({ casework }: ApiPorts, { caseId, handoffId, version }: Packet, said: Said) {
  const { saidBy, saidAt, ...rest } = said;
  const body = { handoffId, version, ...rest, ...(saidAt ? { saidAt } : {}) };
  const sent = await casework.sendTimeEvent(caseId, { type: 'handoff.paperAcknowledged', body, texts: { saidBy } });
  if (sent.ok) return { ok: true, answer: { outdated: false } } as const;
  // Whatever else speaks against it tells where the case stands: it is not for whoever has a code.
  return sent.refusal.code === 'busy' ? sent : ({ ok: true, answer: { outdated: true } } as const);
}

const answering = (ports: ApiPorts) =>
  implement(ports, handoffPaperEndpoints.answer, async ({ body: { code, answer, saidBy }, address }) => {
    const found = await onCode(ports, address, code);
    return 'packet' in found ? writeDown(ports, found.packet, { answer, saidBy, way: 'page' }) : found;
  });

/** Who heard it is known by the session, who said it and when is written down. */
const hearing = (ports: ApiPorts) =>
  implementOnce(ports, handoffPaperEndpoints.heard, async ({ who, body, address }) => {
    if (!mayHearPapers(who.viewer)) return notPermitted;
    const { code, answer, saidBy, saidAt } = body;
    if (saidAt && saidAt > ports.clock.now())
      return {
        ok: false,
        refusal: {
          code: 'bad-input',
          issues: [{ path: 'saidAt', message: { ja: 'まだ来ていない時刻です。', en: 'The time has not come yet.' } }],
        },
      };
    const found = await onCode(ports, address, code);
    if (!('packet' in found)) return found;
    return writeDown(ports, found.packet, { answer, saidBy, saidAt, way: 'telephone', heardBy: who.viewer.person });
  });
