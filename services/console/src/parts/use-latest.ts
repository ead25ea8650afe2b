import { useCallback, useLayoutEffect, useRef } from 'react';

/** A stable way to reach the newest value: for handlers that must not make 500 cards render again. */
export function useLatest<T>(value: T): () => T {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return useCallback(() => latest.current, []);
}
