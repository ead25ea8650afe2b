import { useState } from 'react';
import { keyedWrites } from './keyed-writes.ts';

/** A write whose content counts once however often it is pressed. `contentOf` tells what makes two of them the same. */
export function useKeyedWrite<Input, Answer>(
  write: (input: Input, key: string) => Promise<Answer>,
  contentOf: (input: Input) => unknown = input => input,
): (input: Input) => Promise<Answer> {
  const [keyed] = useState(() => keyedWrites());
  return input => keyed(contentOf(input), key => write(input, key));
}
