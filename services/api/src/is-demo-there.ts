import type { IncomingMessage } from 'node:http';
import type { ApiPorts } from './ports.ts';

/** Headers that a proxy adds, and nobody who is at this computer. */
const handedOn = /^(forwarded|via|x-forwarded-.*)$/;

/**
 * Whether the start page of the demo, which asks for no password, is there for this request. A proxy of which nobody
 * told this program makes it reachable from elsewhere although it listens on loopback alone: its requests are refused.
 */
export function isDemoThere({ demo, settings }: Pick<ApiPorts, 'demo' | 'settings'>, { headers }: IncomingMessage) {
  if (demo === null) return false;
  if (settings.isDemoExposed || settings.trustProxy !== null) return true;
  return !Object.keys(headers).some(name => handedOn.test(name));
}
