import { useEffect } from 'react';

/** However it is printed, by the button or by the keys of the browser, it is noted. */
export function useNotedPrints(note: () => void): void {
  useEffect(() => {
    window.addEventListener('beforeprint', note);
    return () => window.removeEventListener('beforeprint', note);
  }, [note]);
}
