import type { ImportReport, Problem } from '@kaerimichi/contracts';
import { bareProblem, ProblemError, UnreachableError } from '../../api/problem-error.ts';

export type Upload = {
  readonly file: File;
  readonly isDryRun: boolean;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Share of the file that has been sent, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
};

/** Beyond this the server refuses; said before the wait. */
export const MOST_BYTES = 20 * 1024 * 1024;

/** NDJSON has its own media type; anything else is one FHIR resource or Bundle. */
export function mediaType(name: string): string {
  return /\.(ndjson|jsonl)$/i.test(name) ? 'application/fhir+ndjson' : 'application/fhir+json';
}

function parse(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed;
  } catch {
    return null;
  }
}

const isProblem = (answer: unknown): answer is Problem =>
  typeof answer === 'object' && answer !== null && 'code' in answer;

/** Sends a file with a progress that people can see: `fetch` tells nothing of an upload on its way. */
export function upload({ file, isDryRun, key, headers, onProgress, signal }: Upload): Promise<ImportReport> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/imports/fhir?dryRun=${isDryRun ? 1 : 0}`);
    const sent = { ...headers, 'Content-Type': mediaType(file.name), 'Idempotency-Key': key };
    for (const [name, value] of Object.entries(sent)) request.setRequestHeader(name, value);
    request.upload.onprogress = event => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => {
      const answer = parse(request.responseText);
      if (request.status === 200)
        resolve(answer as ImportReport); // The contract's answer, same origin and build.
      else reject(new ProblemError(isProblem(answer) ? answer : bareProblem(request.status)));
    };
    request.onerror = () => reject(new UnreachableError());
    signal.addEventListener('abort', () => request.abort());
    request.onabort = () => reject(new UnreachableError());
    request.send(file);
  });
}
