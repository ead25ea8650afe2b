import { randomInt } from 'node:crypto';
import { seesBoard, type Viewer } from '@kaerimichi/access';
import { type MailStanding, mailEndpoints, mailFailures } from '@kaerimichi/contracts';
import { addDays, tokyoDay, type Words } from '@kaerimichi/discharge';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';
import { slowDown } from '../slow-down.ts';

const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;

/** Where somebody is told of notices by mail: an address counts once a number that was mailed there was entered. */
export const mailImplementations = (ports: ApiPorts) => [asking(ports), setting(ports), confirming(ports)];

const asking = (ports: ApiPorts) =>
  implement(ports, mailEndpoints.get, async ({ who: { viewer } }) => {
    if (!seesBoard(viewer)) return forbidden;
    return { ok: true, answer: await standingOf(ports, viewer) };
  });

const setting = (ports: ApiPorts) =>
  implement(ports, mailEndpoints.set, async ({ who: { viewer }, body: { address } }) => {
    if (!seesBoard(viewer)) return forbidden;
    const { store, settings, clock } = ports;
    if (address === null) await store.mailAddresses.remove(viewer.person);
    else if (!settings.isMailSent) return { ok: false, refusal: { code: 'bad-input', issues: [noServer] } };
    else if (!(await store.mailAddresses.set(viewer.person, address, newCode()))) {
      const now = clock.now();
      return slowDown(`${addDays(tokyoDay(now), 1)}T00:00:00+09:00`, now);
    }
    return { ok: true, answer: await standingOf(ports, viewer) };
  });

const confirming = (ports: ApiPorts) =>
  implement(ports, mailEndpoints.confirm, async ({ who: { viewer }, body: { code } }) => {
    if (!seesBoard(viewer)) return forbidden;
    const { mailAddresses, noticeLooks } = ports.store;
    if (!(await mailAddresses.confirm(viewer.person, code)))
      return { ok: false, refusal: { code: 'bad-input', issues: [wrongCode] } };
    await noticeLooks.open();
    return { ok: true, answer: await standingOf(ports, viewer) };
  });

const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

async function standingOf({ store, settings }: ApiPorts, { person }: Viewer): Promise<MailStanding> {
  const { isMailSent } = settings;
  const kept = await store.mailAddresses.find(person);
  if (!kept) return { isSent: isMailSent, address: null, isConfirmed: false, refusedAt: null, last: null };
  return {
    isSent: isMailSent,
    address: kept.address,
    isConfirmed: kept.confirmedAt !== null,
    refusedAt: kept.failedAt,
    last: lastOf(kept.last),
  };
}

type KeptMail = { readonly state: string; readonly at: string; readonly failure: string | null };

/** Words of another version of the program are told as far as this one knows them. */
function lastOf(kept: KeptMail | null): MailStanding['last'] {
  if (!kept) return null;
  const { state, at, failure } = kept;
  const why = mailFailures.find(known => known === failure) ?? (failure === null ? null : 'other');
  return { state: state === 'sent' || state === 'failed' ? state : 'waiting', at, failure: why };
}

const w = (path: string, ja: string, en: string): { path: string; message: Words } => ({ path, message: { ja, en } });
const noServer = w(
  'address',
  'ここではメールを送る設定がされていません。管理者にたずねてください。',
  'This program has no mail server: ask whoever runs it.',
);
const wrongCode = w(
  'code',
  '番号が違うか、30分を過ぎています。届いたメールの番号を確かめるか、もう一度送ってください。',
  'The code is wrong or older than 30 minutes. Look at the mail again, or have a new one sent.',
);
