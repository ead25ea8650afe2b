type Place = { readonly PORT: number; readonly HOST: string };
type PortFault = { readonly ja: string; readonly en: string; readonly code: 'port-in-use' | 'start-failed' };

/** Listens there for a moment; null: the program can, or PORT is no port, which the settings name. */
export function lookAtPort(place: Place): Promise<PortFault | null>;

/** What a server's error says of the place; null: it is about something else. */
export function portFault(cause: unknown, place: Place): PortFault | null;
