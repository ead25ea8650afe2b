import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Api } from '../api/api.ts';
import type { FirstBoard } from '../live/first-board.ts';
import type { Observable, Readable } from '../live/observable.ts';
import type { OfflinePort } from '../offline/offline-port.ts';
import type { LastSeen } from './last-seen.ts';
import type { Leaving } from './leaving.ts';
import type { PreferenceStore, Preferences } from './preferences.ts';

/** What lives as long as the page: made once in main.tsx and handed down. */
export type Services = {
  readonly api: Api;
  readonly firstBoard: FirstBoard;
  readonly preferences: PreferenceStore;
  /** Whether the session has ended while the page is open. */
  readonly isLocked: Observable<boolean>;
  /** Who signed in here, to ask only for the password again; never stored. */
  readonly identifier: Observable<string>;
  /** What this browser keeps of a person, and its end. */
  readonly leaving: Leaving;
  /** What works without a network; as good as nothing before somebody keeps something on this device. */
  readonly offline: OfflinePort;
  /** When the server last took somebody here for being there. */
  readonly lastSeen: LastSeen;
  /** Answers of the server, as the api hears of them; the live connection listens. */
  readonly contact: Observable<{ reached: boolean; at: number }>;
};

const ServicesContext = createContext<Services | null>(null);
export const ServicesProvider = ServicesContext.Provider;

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('ServicesProvider is missing');
  return services;
}

export function useObservable<T>(observable: Readable<T>): T {
  return useSyncExternalStore(observable.subscribe, observable.read);
}

/** A part of it, which is the same object as long as it is the same: nothing is drawn anew for the rest. */
export function useSelected<T, Part>(observable: Readable<T>, select: (value: T) => Part): Part {
  return useSyncExternalStore(observable.subscribe, () => select(observable.read()));
}

export const useApi = (): Api => useServices().api;

export function usePreferences(): Preferences {
  return useObservable(useServices().preferences);
}
