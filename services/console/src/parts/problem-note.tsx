import { type Problem, recordNumberOf } from '@kaerimichi/contracts';
import { problemOf, UnreachableError } from '../api/problem-error.ts';
import { useSpeech } from '../words/speech-context.tsx';
import type { Speech } from '../words/words.ts';
import { Button } from './button.tsx';

/** What happened, and what to do, in one or two sentences. */
export function problemWords(error: unknown, { say, findCode }: Speech): string {
  const problem = problemOf(error);
  if (!problem) return say(error instanceof UnreachableError ? 'err.unreachable' : 'err.unknown');
  return problem.detail || (findCode('problem', problem.code) ?? say('err.unknown'));
}

/** By which the log has it: of a fault of the server, and of one that had no time; what is refused for a reason says the reason. */
const recordNumber = (problem: Problem | null) =>
  problem && problem.status >= 500 ? recordNumberOf(problem.requestId) : '';

/** A failure, said where it happened; the rest of the page goes on working. */
export function ProblemNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const speech = useSpeech();
  if (!error) return null;
  const number = recordNumber(problemOf(error));
  return (
    <div className="problem-note" role="alert">
      <p>{problemWords(error, speech)}</p>
      {number && <p className="small">{speech.say('err.number', { number })}</p>}
      {onRetry && (
        <Button isSmall onClick={onRetry}>
          {speech.say('err.again')}
        </Button>
      )}
    </div>
  );
}
