import type { Problem } from '@kaerimichi/contracts';
import { bareProblem, ProblemError, UnreachableError } from '../../api/problem-error.ts';

/** Where a file goes, and how it is sent there. */
export type UploadTarget = {
  readonly path: string;
  /** Absent where the browser writes it: of a form. */
  readonly contentType?: string;
  readonly body: File | FormData;
};

export type Upload = {
  readonly to: UploadTarget;
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

/** A hospital's file, as it is. */
export const fhirTarget = (file: File): UploadTarget => ({
  path: '/imports/fhir',
  contentType: mediaType(file.name),
  body: file,
});

/** Sends a file with a progress that people can see: `fetch` tells nothing of an upload on its way. */
export function upload<Report>({ to, isDryRun, key, headers, onProgress, signal }: Upload): Promise<Report> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1${to.path}?dryRun=${isDryRun ? 1 : 0}`);
    const type = to.contentType === undefined ? {} : { 'Content-Type': to.contentType };
    const sent = { ...headers, ...type, 'Idempotency-Key': key };
    for (const [name, value] of Object.entries(sent)) request.setRequestHeader(name, value);
    request.upload.onprogress = event => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => {
      const answer = parse(request.responseText);
      if (request.status === 200 || request.status === 201)
        resolve(answer as Report); // The contract's answer, same origin and build.
      else reject(new ProblemError(isProblem(answer) ? answer : bareProblem(request.status)));
    };
    request.onerror = () => reject(new UnreachableError());
    signal.addEventListener('abort', () => request.abort());
    request.onabort = () => reject(new UnreachableError());
    request.send(to.body);
  });
}
