import type { CaseStore, KeyRef, StoredAnswer } from '@kaerimichi/casework';
import type { KeptAccessLog } from './access-log.ts';
import type { Deployments } from './administration/deployment.ts';
import type { ReaderPlaces, Readiness } from './administration/readiness.ts';
import type { Attachments } from './attachments/attachments.ts';
import type { Board } from './board/board.ts';
import type { Search } from './board/search.ts';
import type { BehindCases } from './cases/behind-cases.ts';
import type { Deadlines } from './cases/deadlines.ts';
import type { GuestLinks } from './conferences/guest-links.ts';
import type { CaseCounts } from './counts/case-counts.ts';
import type { CountedEvents } from './counts/counted-events.ts';
import type { BedsOfHouses } from './counts/house-beds.ts';
import type { StandardsOfHouses } from './counts/house-standards.ts';
import type { EvaluationBeds } from './evaluation/evaluation-beds.ts';
import type { Facilities } from './facilities/facilities.ts';
import type { HandoffPackets } from './handoffs/handoff-packets.ts';
import type { Drafts } from './imports/drafts.ts';
import type { FormDrafts } from './inbox/form-drafts.ts';
import type { Inbox } from './inbox/inbox.ts';
import type { MailAddresses } from './mail/mail-addresses.ts';
import type { Mails } from './mail/mails.ts';
import type { NoticeLooks } from './mail/notice-looks.ts';
import type { Merges } from './merges/merges.ts';
import type { CommitListener } from './outbox/commit-line.ts';
import type { Lead } from './outbox/lead.ts';
import type { Outbox } from './outbox/outbox.ts';
import type { WakeKind, WakeListener } from './outbox/wake-line.ts';
import type { PushSubscriptions } from './outside/push-subscriptions.ts';
import type { Pushes } from './outside/pushes.ts';
import type { WebhookDeliveries } from './outside/webhook-deliveries.ts';
import type { WebhookLooks } from './outside/webhook-looks.ts';
import type { Webhooks } from './outside/webhooks.ts';
import type { DutyRosters } from './people/duty-rosters.ts';
import type { Guardians } from './people/guardians.ts';
import type { JoinAttempts } from './people/join-attempts.ts';
import type { Memberships } from './people/memberships.ts';
import type { Organisations } from './people/organisations.ts';
import type { PasswordSlips } from './people/password-slips.ts';
import type { People } from './people/people.ts';
import type { Proposals } from './people/proposals.ts';
import type { PersonSettings } from './people/settings.ts';
import type { SetupLinks } from './people/setup-links.ts';
import type { SignIn } from './people/sign-in.ts';
import type { Substitutes } from './people/substitutes.ts';
import type { Referrals } from './referrals/referrals.ts';
import type { RuleSets } from './rule-sets/rule-sets.ts';
import type { RulesKept } from './rule-sets/rules-kept.ts';
import type { Screens } from './screens/screens.ts';
import type { Seen } from './seen/seen.ts';
import type { Sessions } from './sessions/sessions.ts';
import type { SavedViews } from './views/saved-views.ts';
import type { Worlds } from './world/worlds.ts';

/** Everything that is kept: one face for services, tests and commands. Methods throw `StoreBusy` while it is away. */
export type Store = {
  /** The port of the use cases. */
  readonly cases: CaseStore;
  readonly log: KeptAccessLog;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly joinAttempts: JoinAttempts;
  readonly organisations: Organisations;
  readonly people: People;
  readonly settings: PersonSettings;
  readonly memberships: Memberships;
  readonly guardians: Guardians;
  readonly screens: Screens;
  readonly substitutes: Substitutes;
  readonly proposals: Proposals;
  readonly setupLinks: SetupLinks;
  readonly passwordSlips: PasswordSlips;
  readonly board: Board;
  readonly views: SavedViews;
  readonly ruleSets: RuleSets;
  readonly rulesKept: RulesKept;
  readonly duty: DutyRosters;
  readonly guestLinks: GuestLinks;
  readonly handoffPackets: HandoffPackets;
  readonly attachments: Attachments;
  readonly search: Search;
  readonly seen: Seen;
  readonly counts: CaseCounts;
  readonly countedEvents: CountedEvents;
  readonly beds: BedsOfHouses;
  readonly standards: StandardsOfHouses;
  readonly evaluationBeds: EvaluationBeds;
  readonly deadlines: Deadlines;
  readonly behindCases: BehindCases;
  readonly drafts: Drafts;
  readonly formDrafts: FormDrafts;
  readonly inbox: Inbox;
  readonly mailAddresses: MailAddresses;
  readonly mails: Mails;
  readonly noticeLooks: NoticeLooks;
  /** The same for browsers that are told. */
  readonly pushLooks: NoticeLooks;
  readonly pushes: Pushes;
  readonly pushSubscriptions: PushSubscriptions;
  readonly webhooks: Webhooks;
  readonly webhookLooks: WebhookLooks;
  readonly webhookDeliveries: WebhookDeliveries;
  readonly facilities: Facilities;
  readonly referrals: Referrals;
  readonly merges: Merges;
  readonly outbox: Outbox;
  readonly deployment: Deployments;
  readonly worlds: Worlds;
  /** Calls when events were committed or sessions changed, here or elsewhere; a hint, never the truth. */
  onWake(kind: WakeKind, listener: WakeListener): () => void;
  /** Calls after each commit of this process. */
  onCommit(listener: CommitListener): () => void;
  /** Whether calls from elsewhere can arrive now. */
  isWakeLineOpen(): boolean;
  /** The right to do something that one process does at a time; null: another has it. */
  tryLead(name: string): Promise<Lead | null>;
  /** Keeps the answer of a write outside cases under its key; `cases.findAnswer` finds it. */
  keepAnswer(key: KeyRef, answer: StoredAnswer): Promise<void>;
  /** Deletes accepted answers older than an instant (seven days ago); the number deleted. */
  pruneAnswers(before: string): Promise<number>;
  /** Deletes what ended long enough before an instant: sessions, failed sign-ins, spent links and slips, files without a draft. */
  pruneEnded(now: string): Promise<number>;
  /** Versions of the pathway under which cases are kept and which this program cannot open; ascending. */
  unopenableVersions(): Promise<readonly number[]>;
  ready(places?: ReaderPlaces): Promise<Readiness>;
  close(): Promise<void>;
};
