import { useState } from 'react';

/**
 * Says what is wrong with what stands in a field once the field is left, not while somebody types.
 * `fault`: the sentence, where what stands there cannot be read.
 */
export function useUnread(fault: string | undefined) {
  const [isLeft, setLeft] = useState(false);
  return { unread: isLeft ? fault : undefined, leave: () => setLeft(true), type: () => setLeft(false) };
}
