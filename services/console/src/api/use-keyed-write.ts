import { useState } from 'react';
import { keyedWrites } from './keyed-writes.ts';
import { openAttempts } from './open-attempts.ts';

/**
 * A write whose content counts once however often it is pressed. `contentOf` tells what makes two of them the same: with
 * it also beyond a reload of the page, so it names what the write is about.
 */
export function useKeyedWrite<Input, Answer>(
  write: (input: Input, key: string) => Promise<Answer>,
  contentOf?: (input: Input) => unknown,
): (input: Input) => Promise<Answer> {
  const [keyed] = useState(() => keyedWrites(undefined, contentOf && openAttempts(sessionStorage)));
  return input => keyed(contentOf ? contentOf(input) : input, key => write(input, key));
}
