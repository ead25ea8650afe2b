import { useEffect, useState } from 'react';
import { loadFonts } from '../../app/fonts.ts';

/** Whoever has waited so long reads what there is. */
const LONGEST_MS = 3_000;

const nextFrame = () => new Promise(resolve => requestAnimationFrame(resolve));

/**
 * Whether the letters of a page that is laid out have come. A computer without a Japanese font shows boxes until then, and
 * this page is the first that a newcomer sees.
 */
export function useLetters(isLaidOut: boolean): boolean {
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    if (!isLaidOut) return;
    let isHere = true;
    const show = () => {
      if (isHere) setReady(true);
    };
    const timer = setTimeout(show, LONGEST_MS);
    // What is laid out asks for its pieces of the fonts within a frame of their tables.
    void loadFonts()
      .then(nextFrame)
      .then(nextFrame)
      .then(() => document.fonts.ready)
      .then(show, show);
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [isLaidOut]);
  return isReady;
}
