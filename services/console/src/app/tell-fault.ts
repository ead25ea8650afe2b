import { type PageFault, recordNumberOf } from '@kaerimichi/contracts';
import type { Api } from '../api/api.ts';
import { problemOf } from '../api/problem-error.ts';
import { routes } from '../api/routes.ts';

/** As many as the server takes. */
const MOST_PLACES = 8;

/** What of an error leaves the browser: its kind and where in the program; never its message, which may quote a page. */
export function faultOf({ name, stack = '' }: Pick<Error, 'name' | 'stack'>): PageFault {
  const places = [...stack.matchAll(/\/([\w./-]{1,120}:\d{1,7}:\d{1,7})\)?$/gm)].flatMap(([, place]) => place ?? []);
  return { kind: /^[A-Za-z]{1,40}$/.test(name) ? name : 'Error', places: places.slice(0, MOST_PLACES) };
}

/** The number by which the log of the server has this fault; empty where the server could not be told. */
export async function tellFault(api: Api, error: Error): Promise<string> {
  const problem = problemOf(error);
  if (problem) return recordNumberOf(problem.requestId);
  try {
    return (await api.call(routes.tellFault, { body: faultOf(error), isQuiet: true })).number;
  } catch {
    // Nobody is signed in, or there is no connection: the time on the page has to do.
    return '';
  }
}
