import type { Casework, Clock } from '@kaerimichi/casework';
import type { Day, Words } from '@kaerimichi/discharge';
import type { Logger, Metrics, Place } from '@kaerimichi/runtime';
import type { NewScreen, ReaderPlaces, Store } from '@kaerimichi/store';
import type { Once } from './answers-once.ts';

/** Somebody of the invented world whom one can be without a password. */
type DemoRole = {
  readonly id: string;
  readonly identifier: string;
  readonly membership: string;
  readonly name: string;
  readonly org: string;
  readonly role: string;
  readonly first: Words;
};

export type DemoHappening = {
  readonly no: string;
  readonly child: string;
  readonly who: { readonly name: string; readonly org: string; readonly role: string };
  readonly what: Words;
};

export type DemoStory = {
  readonly done: number;
  readonly all: number;
  readonly next: DemoHappening | null;
  readonly stopped: readonly { readonly no: string; readonly child: string; readonly why: Words }[];
};

/** A day that goes otherwise than planned, to be played through step by step. */
export type DemoDay = { readonly id: string; readonly title: Words; readonly about: Words };

/** What came of playing its next step; `step` null: it is over, or nothing that is left can happen. */
export type DemoDayStep = {
  readonly done: number;
  readonly all: number;
  readonly today: Day;
  readonly step: {
    readonly what: Words;
    readonly look: Words;
    readonly happened: readonly DemoHappening[];
    /** What was tried first and refused, with every reason. */
    readonly refused: (DemoHappening & { readonly why: readonly Words[] }) | null;
  } | null;
  readonly leftOut: DemoStory['stopped'];
};

/** The wall display of the invented world, and the PIN that is told to whoever opens it. */
type DemoWall = Omit<NewScreen, 'pinHash'> & { readonly id: string; readonly pin: string };

/** What the start page of the demo can do. */
export type DemoDesk = {
  readonly wall: DemoWall;
  readonly roles: readonly DemoRole[];
  story(): Promise<DemoStory>;
  /** Has the next thing happen, as whoever does it in the story would send it. */
  goOn(requestId: string): Promise<{ readonly happened: DemoHappening | null; readonly story: DemoStory }>;
  seededOn(): Promise<Day>;
  /** null: the clock is of several processes, and none of them pushes it. */
  readonly rehearsal: Rehearsal | null;
  /** Begins the world anew; an instant: too soon after the last time, not before then. */
  reset(): Promise<{ readonly notBefore: string } | null>;
};

/** A clock that runs ahead, for everything the program does, until the demo begins anew. */
type Rehearsal = {
  aheadDays(): number;
  /** To a later day; today's where it is none. */
  push(to: Day): Promise<Day>;
  readonly days: readonly DemoDay[];
  /** Plays the next step of one of the days, as everybody whom it concerns would send it. */
  play(day: string, requestId: string): Promise<DemoDayStep>;
};

/** What the api is made with. */
export type ApiPorts = {
  readonly store: Store;
  /** One for the process. */
  readonly once: Once;
  readonly casework: Casework;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** null: not the demo, or one that is not to be opened to whoever comes; its routes do not exist. */
  readonly demo: DemoDesk | null;
  /** Where this process's readers of the outbox are, for /readyz. */
  readonly places: () => ReaderPlaces;
  readonly settings: Place & {
    readonly isDemo: boolean;
    /** The start page of the demo is for whoever reaches this program, by whatever way. */
    readonly isDemoExposed: boolean;
    /** Cookies are Secure and carry the __Host- prefix. */
    readonly isSecure: boolean;
    /** There is a mail server: whoever wants to is told of notices by mail. */
    readonly isMailSent: boolean;
    /** Notices go to services of organisations. */
    readonly isWebhookSent: boolean;
    /** By which browsers let this program tell them something; null: none is told. */
    readonly pushKey: string | null;
    /** Tests and development: what is told may be on this computer. */
    readonly mayReachLoopback: boolean;
    readonly metricsToken: string | null;
    readonly consoleDir: string;
    /** What proves the pathway, as JSON. */
    readonly proofFile: string;
    /** The font of documents, a TrueType file. */
    readonly fontFile: string;
    readonly version: string;
  };
};
