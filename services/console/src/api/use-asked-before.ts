import { useRef } from 'react';

/** Whether this page has asked the same before: what it asks again by itself is no look of anybody. */
export function useAskedBefore(): (what: string) => boolean {
  const last = useRef<string | null>(null);
  return what => {
    const isAgain = last.current === what;
    last.current = what;
    return isAgain;
  };
}
