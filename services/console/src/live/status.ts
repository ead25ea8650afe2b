import { type ConnectionState, connectionState, type Signals } from './connection.ts';
import { createObservable, type Observable } from './observable.ts';

/** What the mark and the strip show; `rightAt` by the server's clock. */
export type Status = {
  readonly state: ConnectionState;
  readonly isConnected: boolean;
  /** null before the first pulse, and for whoever gets none. */
  readonly rightAt: number | null;
  readonly changes: number;
};

const unknown: Signals = {
  isConnected: false,
  downSince: null,
  rightAt: null,
  isOnline: true,
  failures: 0,
  isCatchingUp: false,
  back: null,
};

export type Health = {
  readonly status: Observable<Status>;
  readonly signals: () => Signals;
  readonly note: (change: Partial<Signals>) => void;
  /** What is shown was right at this moment, and the server's clock said `at`. */
  readonly right: (at?: string) => void;
  /** Looks at the clock: time alone makes a connection stale. */
  readonly look: () => void;
  /** The server's clock in milliseconds. */
  readonly now: () => number;
  readonly reset: () => void;
};

/** Keeps the signals of the connection and says what follows from them. */
export function createHealth(): Health {
  const status = createObservable<Status>({ state: 'on', isConnected: false, rightAt: null, changes: 0 });
  let signals = unknown;
  let skew = 0;
  const look = () => {
    const next: Status = {
      state: connectionState(signals, Date.now()),
      isConnected: signals.isConnected,
      rightAt: signals.rightAt === null ? null : signals.rightAt + skew,
      changes: signals.back?.changes ?? 0,
    };
    const last = status.read();
    const fields = ['state', 'isConnected', 'rightAt', 'changes'] as const;
    if (fields.some(field => last[field] !== next[field])) status.write(next);
  };
  const note = (change: Partial<Signals>) => {
    signals = { ...signals, ...change };
    look();
  };
  return {
    status,
    signals: () => signals,
    note,
    look,
    right: at => {
      if (at !== undefined) skew = Date.parse(at) - Date.now();
      note({ rightAt: Date.now(), failures: 0 });
    },
    now: () => Date.now() + skew,
    reset: () => {
      signals = unknown;
      look();
    },
  };
}
