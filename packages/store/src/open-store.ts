import type { Clock } from '@kaerimichi/casework';
import { accessLog } from './access-log.ts';
import { deployments } from './administration/deployment.ts';
import { lazyPrisma } from './administration/prisma.ts';
import { pruneEnded } from './administration/prune-ended.ts';
import { readReadiness } from './administration/readiness.ts';
import { unopenableVersions } from './administration/unopenable-versions.ts';
import { attachments } from './attachments/attachments.ts';
import { board } from './board/board.ts';
import { search } from './board/search.ts';
import { keepAnswer, pruneAnswers } from './cases/answers.ts';
import { behindCases } from './cases/behind-cases.ts';
import { type CaseCache, caseCache } from './cases/case-cache.ts';
import { caseStore } from './cases/case-store.ts';
import { deadlines } from './cases/deadlines.ts';
import { hubs } from './cases/hubs.ts';
import { type FreshReader, readFreshState } from './commit/fresh-state.ts';
import { guestLinks } from './conferences/guest-links.ts';
import { caseCounts } from './counts/case-counts.ts';
import { countedEvents } from './counts/counted-events.ts';
import { bedsOfHouses } from './counts/house-beds.ts';
import { type StandardsOfHouses, standardsOfHouses } from './counts/house-standards.ts';
import { type Database, openHot, openSlow } from './database.ts';
import { type EvaluationBeds, evaluationBeds } from './evaluation/evaluation-beds.ts';
import { facilities } from './facilities/facilities.ts';
import { handoffPackets } from './handoffs/handoff-packets.ts';
import { drafts } from './imports/drafts.ts';
import { formDrafts } from './inbox/form-drafts.ts';
import { inbox } from './inbox/inbox.ts';
import { mailAddresses } from './mail/mail-addresses.ts';
import { mails } from './mail/mails.ts';
import { noticeLooks } from './mail/notice-looks.ts';
import { merges } from './merges/merges.ts';
import { commitLine } from './outbox/commit-line.ts';
import { followCases } from './outbox/follow-cases.ts';
import { tryLead } from './outbox/lead.ts';
import { outbox } from './outbox/outbox.ts';
import { recentCommits } from './outbox/recent-commits.ts';
import { openWakeLine } from './outbox/wake-line.ts';
import { pushSubscriptions } from './outside/push-subscriptions.ts';
import { pushes } from './outside/pushes.ts';
import { webhookDeliveries } from './outside/webhook-deliveries.ts';
import { webhookLooks } from './outside/webhook-looks.ts';
import { webhooks } from './outside/webhooks.ts';
import { dutyRosters } from './people/duty-rosters.ts';
import { guardians } from './people/guardians.ts';
import { joinAttempts } from './people/join-attempts.ts';
import { memberships } from './people/memberships.ts';
import { organisations } from './people/organisations.ts';
import { passwordSlips } from './people/password-slips.ts';
import { people } from './people/people.ts';
import { proposals } from './people/proposals.ts';
import { personSettings } from './people/settings.ts';
import { setupLinks } from './people/setup-links.ts';
import { signIn } from './people/sign-in.ts';
import { substitutes } from './people/substitutes.ts';
import { checkDurability } from './postgres/check-durability.ts';
import { referrals } from './referrals/referrals.ts';
import { type RuleSets, ruleSets } from './rule-sets/rule-sets.ts';
import { rulesKept } from './rule-sets/rules-kept.ts';
import { screens } from './screens/screens.ts';
import { seen } from './seen/seen.ts';
import { type SessionCache, sessionCache } from './sessions/session-cache.ts';
import { keepFresh, SESSION_LIMITS, type SessionLimits, sessions } from './sessions/sessions.ts';
import type { Store } from './store.ts';
import { StoreBusy } from './store-busy.ts';
import { savedViews } from './views/saved-views.ts';
import { worlds } from './world/worlds.ts';

export type StoreOptions = {
  /** The application's role: reads everything, changes no history. */
  readonly databaseUrl: string;
  readonly clock?: Clock;
  readonly poolSize?: number;
  readonly sessionLimits?: Partial<SessionLimits>;
  /** Folder of migrations, for `ready()`. */
  readonly migrationsDir?: string;
  /** Told of losses that nobody waits for: idle connections, late writes. */
  readonly onBackgroundError?: (error: unknown) => void;
};

const systemClock: Clock = { now: () => new Date().toISOString() };

/**
 * Opens the store; throws `StoreBusy` when the database does not answer, and `StartRefused` when it is set up so that an
 * acknowledged write could be lost.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { onBackgroundError: tell = () => {} } = options;
  const closing = new AbortController();
  // A server that stops while its connections are being let go ends them itself (57P01): nothing is lost by that.
  const onBackgroundError = (error: unknown) => {
    if (!closing.signal.aborted) tell(error);
  };
  const database = openHot({ ...options, onConnectionError: onBackgroundError });
  try {
    await checkDurability(database.pool);
  } catch (error) {
    await database.pool.end();
    throw StoreBusy.from(error) ?? error;
  }
  const onUnlogged = tell;
  return buildStore(database, { ...options, onBackgroundError, onUnlogged, closing });
}

type Built = StoreOptions & {
  readonly onBackgroundError: (error: unknown) => void;
  /** Entries of the access log that cannot be written: told to the very end. */
  readonly onUnlogged: (error: unknown) => void;
  readonly closing: AbortController;
};

function buildStore(database: Database, options: Built): Store {
  const { databaseUrl, clock = systemClock, onBackgroundError, migrationsDir } = options;
  const cache = caseCache();
  const line = openWakeLine(databaseUrl, onBackgroundError);
  const { told, queue, follower } = openOutbox({ database, cache, line, onError: onBackgroundError });
  const slow = openSlow({ databaseUrl, onConnectionError: onBackgroundError });
  const prisma = lazyPrisma(slow.pool);
  const knownHubs = hubs(database);
  const tell = () => line.tell('sessions');
  const { known, freshness, ...signedIn } = openSessions(database, { ...options, clock, tell });
  // Whoever founds a hub tells the other processes too.
  const toldHubs = { ...knownHubs, forget: forgetting([{ clear: knownHubs.forget }], tell) };
  const kept = ofHouses(database, slow, clock);
  const ports = { database, slow, prisma: prisma.ask, hubs: toldHubs, clock, sessions: signedIn.sessions, ...kept };
  for (const forget of [known.clear, knownHubs.forget]) line.on('sessions', forget);
  const log = accessLog(database, clock, options.onUnlogged);
  return {
    cases: caseStore({ ...ports, cache, ...told, readFresh: freshReader(database, cache, known), hubs: knownHubs }),
    log,
    ...signedIn,
    ...administration({ ...ports, onReplaced: forgetting([cache, known], tell) }),
    ...boards(database, slow),
    search: search(slow),
    seen: seen(slow, clock),
    facilities: facilities({ database: slow, clock, takeTurn: () => tryLead(databaseUrl, 'facility-import') }),
    counts: caseCounts(slow, clock),
    deadlines: deadlines(database),
    outbox: queue,
    onWake: line.on,
    onCommit: told.commits.on,
    isWakeLineOpen: line.isOpen,
    tryLead: name => tryLead(databaseUrl, name),
    keepAnswer: (key, answer) => keepAnswer(database, key, { ...answer, at: clock.now() }),
    pruneAnswers: before => pruneAnswers(database, before),
    pruneEnded: now => pruneEnded(slow, now),
    unopenableVersions: () => unopenableVersions(database),
    ready: (places = {}) => readReadiness({ database, outbox: queue, migrationsDir }, places),
    async close() {
      options.closing.abort();
      for (const clockwork of [follower, freshness]) clockwork.stop();
      for (const part of [log, prisma, line]) await part.close();
      await Promise.all([database.pool.end(), slow.pool.end()]);
    },
  };
}

/** What a house says of itself: its rules, its facility standards, its evaluation beds. */
const ofHouses = (database: Database, slow: Database, clock: Clock) => ({
  rules: ruleSets(database, slow, clock),
  standards: standardsOfHouses(slow, clock),
  evaluationBeds: evaluationBeds(slow, clock),
});

/** Boards, and what changes cards beside commits: none of them is told of before. */
function boards(database: Database, slow: Database): Pick<Store, 'board' | 'behindCases'> {
  const { forget, ...kept } = board(database, slow);
  return { board: kept, behindCases: behindCases(slow, forget) };
}

/** The outbox, what a commit tells beside it, and what keeps the cache of cases fresh. */
function openOutbox(ports: Omit<Parameters<typeof followCases>[0], 'outbox'>) {
  const told = { recent: recentCommits(), commits: commitLine(ports.onError) };
  told.commits.on(() => ports.line.tell('outbox'));
  const queue = outbox(ports.database, told.recent);
  return { told, queue, follower: followCases({ ...ports, outbox: queue }) };
}

function openSessions(database: Database, options: Built & { readonly clock: Clock; readonly tell: () => void }) {
  const known = sessionCache();
  const limits = { ...SESSION_LIMITS, ...options.sessionLimits };
  const { clock, onBackgroundError, tell: announce } = options;
  const ports = { database, cache: known, clock, limits, announce, onBackgroundError };
  return {
    known,
    freshness: keepFresh(ports),
    sessions: sessions(ports),
    signIn: signIn(database, clock),
    joinAttempts: joinAttempts(database, clock),
  };
}

type AdministrationPorts = Parameters<typeof organisations>[0] &
  Parameters<typeof people>[0] &
  Parameters<typeof worlds>[0] & {
    slow: Database;
    rules: RuleSets;
    standards: StandardsOfHouses;
    evaluationBeds: EvaluationBeds;
  };

function administration(ports: AdministrationPorts) {
  return {
    organisations: organisations(ports),
    people: people(ports),
    settings: personSettings(ports.database),
    memberships: memberships(ports),
    guardians: guardians(ports),
    screens: screens(ports),
    substitutes: substitutes(ports.database, ports.clock),
    proposals: proposals(ports.database, ports.clock),
    setupLinks: setupLinks(ports),
    passwordSlips: passwordSlips(ports),
    guestLinks: guestLinks(ports.database, ports.clock),
    handoffPackets: handoffPackets(ports.database, ports.clock),
    attachments: attachments(ports.database, ports.clock),
    drafts: drafts(ports.slow, ports.clock),
    formDrafts: formDrafts(ports.slow, ports.clock),
    inbox: inbox(ports.slow, ports.clock),
    mailAddresses: mailAddresses(ports.slow, ports.clock),
    mails: mails(ports.slow, ports.clock),
    noticeLooks: noticeLooks(ports.slow, ports.clock, 'mail'),
    pushLooks: noticeLooks(ports.slow, ports.clock, 'push'),
    pushes: pushes(ports.slow, ports.clock),
    pushSubscriptions: pushSubscriptions(ports.slow, ports.clock),
    webhooks: webhooks(ports.slow, ports.clock),
    webhookLooks: webhookLooks(ports.slow, ports.clock),
    webhookDeliveries: webhookDeliveries(ports.slow, ports.clock),
    referrals: referrals(ports.slow, ports.clock),
    merges: merges(ports, ports.clock),
    views: savedViews(ports.database, ports.clock),
    ruleSets: ports.rules,
    countedEvents: countedEvents(ports.slow),
    beds: bedsOfHouses(ports.slow, ports.clock),
    standards: ports.standards,
    evaluationBeds: ports.evaluationBeds,
    rulesKept: rulesKept(ports.slow, ports.clock),
    duty: dutyRosters(ports.slow, ports.clock),
    deployment: deployments(ports.database),
    worlds: worlds(ports),
  };
}

/** What a second read found is what the caches know from then on. */
function freshReader(database: Database, cases: CaseCache, known: SessionCache): FreshReader {
  return async (question, constraint) => {
    const fresh = await readFreshState(database, question);
    if (fresh.loaded) cases.remember(fresh.loaded);
    if (fresh.signedIn) known.refresh(fresh.signedIn);
    else if (question.session) known.drop(question.session.id);
    return { ...fresh, constraint };
  };
}

/** What is done once everything in the database is another: nothing that was read before is believed, here or elsewhere. */
const forgetting = (caches: readonly { clear(): void }[], tell: () => void) => () => {
  for (const cache of caches) cache.clear();
  tell();
};
