import type { IncomingMessage } from 'node:http';
import { isHandedOn } from './is-handed-on.ts';
import type { ApiPorts } from './ports.ts';

/**
 * Whether the start page of the demo, which asks for no password, is there for this request. A proxy of which nobody
 * told this program makes it reachable from elsewhere although it listens on loopback alone: its requests are refused.
 */
export function isDemoThere({ demo, settings }: Pick<ApiPorts, 'demo' | 'settings'>, { headers }: IncomingMessage) {
  if (demo === null) return false;
  if (settings.isDemoExposed || settings.trustProxy !== null) return true;
  return !isHandedOn(headers);
}
