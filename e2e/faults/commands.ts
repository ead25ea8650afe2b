import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, clientWith, signIn } from '../product/client.ts';

type Acknowledged = {
  readonly caseId: string;
  readonly version: number;
  readonly marker: string | null;
  /** Highest version of the case that anybody had been told before this command was sent for the first time. */
  readonly after: number;
};

/** What the clients of a run agreed with the program: every key with the version it was answered, once. */
export type Ledger = {
  readonly acknowledged: Map<string, Acknowledged>;
  /** Highest version that anybody was told of a case, while the run goes on. */
  readonly told: Map<string, number>;
  /** When every acknowledged command was sent the last time, and when it was answered (ms of `performance.now`). */
  readonly answers: { readonly sentAt: number; readonly at: number }[];
  refused: number;
  retries: number;
};

export type Target = { readonly url: () => string; readonly identifier: string };

const LONGEST_OUTAGE_MS = 30_000;
const MOST_RACES = 5;

/** Sends one command until it is answered: what was cut is sent again with the same key. */
async function sendUntilAnswered(
  target: Target,
  client: () => Promise<Client>,
  ledger: Ledger,
  command: { caseId: string; event: Record<string, unknown>; version: number | '*'; marker: string | null },
) {
  const key = randomUUID();
  const { caseId, marker } = command;
  const after = ledger.told.get(caseId) ?? 1;
  const until = Date.now() + LONGEST_OUTAGE_MS;
  let match = command.version;
  let races = 0;
  while (Date.now() < until) {
    try {
      const sentAt = performance.now();
      const answer = await (await client()).send(caseId, match, command.event, key);
      if (answer.status === 200) {
        const { version } = answer.body;
        ledger.answers.push({ sentAt, at: performance.now() });
        ledger.acknowledged.set(key, { caseId, version, marker, after });
        ledger.told.set(caseId, Math.max(version, ledger.told.get(caseId) ?? 1));
        return;
      }
      if (answer.status === 409 && answer.body.code === 'version-conflict') {
        match = answer.body.current?.version ?? match;
        ledger.retries += 1;
        // Forty-nine others write to the same case: after so many lost races a person would give up, too.
        if (++races < MOST_RACES) continue;
        ledger.refused += 1;
        return;
      }
      if (answer.status >= 400 && answer.status < 500 && answer.status !== 401) {
        ledger.refused += 1;
        return;
      }
    } catch {
      // cut: whether it was written is settled by the same key
    }
    ledger.retries += 1;
    await sleep(100);
  }
  throw new Error(`${target.url()} did not answer for ${LONGEST_OUTAGE_MS} ms`);
}

/** Half append events, a quarter facts with a version, a quarter commands that must be refused. */
function randomCommand(n: number): { event: Record<string, unknown>; isAppend: boolean; marker: string | null } {
  const draw = Math.random();
  const marker = `mark-${n}-${randomUUID()}`;
  if (draw < 0.5) return { event: { type: 'note.added', note: marker }, isAppend: true, marker };
  if (draw < 0.65)
    return {
      event: { type: 'whereabouts.recorded', place: n % 2 ? 'hospital' : 'home' },
      isAppend: false,
      marker: null,
    };
  if (draw < 0.75)
    return { event: { type: 'referral.received', source: 'ward', note: marker }, isAppend: false, marker };
  if (draw < 0.85) return { event: { type: 'screening.completed' }, isAppend: false, marker: null };
  if (draw < 0.95) return { event: { type: 'discharge.done', destination: 'home' }, isAppend: false, marker: null };
  return { event: { type: 'note.added', unknown: true }, isAppend: true, marker: null };
}

/** `commands` random commands by `clients` clients over `cases`, each case at whatever version it has. */
export async function runCommands(
  target: Target,
  options: { cases: readonly string[]; commands: number; clients: number },
): Promise<Ledger> {
  const ledger: Ledger = { acknowledged: new Map(), told: new Map(), answers: [], refused: 0, retries: 0 };
  const { cookie } = await signIn(target.url(), target.identifier);
  const versions = new Map(options.cases.map(id => [id, 1]));
  const client = async () => clientWith(target.url(), cookie);
  let sent = 0;
  const work = async () => {
    for (;;) {
      const n = sent++;
      if (n >= options.commands) return;
      const caseId = options.cases[n % options.cases.length] ?? '';
      const { event, isAppend, marker } = randomCommand(n);
      const version = isAppend ? ('*' as const) : (versions.get(caseId) ?? 1);
      await sendUntilAnswered(target, client, ledger, { caseId, event, version, marker });
    }
  };
  await Promise.all(Array.from({ length: options.clients }, work));
  return ledger;
}

type History = { events: { seq: number; type: string; texts: Record<string, string> | null }[]; version: number };

/** What stands in the history of a case, page by page. */
export async function readHistory(client: Client, caseId: string): Promise<History['events']> {
  const events: History['events'] = [];
  for (;;) {
    const page = await client.get<History>(`/cases/${caseId}/events?after=${events.at(-1)?.seq ?? 0}&limit=500`);
    events.push(...page.body.events);
    if (page.body.events.length < 500) return events;
  }
}
