import type { IncomingHttpHeaders } from 'node:http';

/** Headers that a proxy adds, and nobody who is at this computer. */
const added = /^(forwarded|via|x-forwarded-.*)$/;

/** Whether a request came through a proxy, declared or not: then its address says nothing of who sent it. */
export const isHandedOn = (headers: IncomingHttpHeaders): boolean =>
  Object.keys(headers).some(name => added.test(name));
