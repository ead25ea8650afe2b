import { useEffect, useState } from 'react';

const STILL_MS = 5_000;

/** Sizes of a wall while it is open: its root is a 54th of the screen's height (20 px at 1080, 40 px at 4K). */
export function useWallRoot({ isDark, isStill }: { isDark: boolean; isStill: boolean }): void {
  useEffect(() => {
    const { classList } = document.documentElement;
    classList.add('wall-root');
    return () => classList.remove('wall-root');
  }, []);
  useEffect(() => {
    document.documentElement.classList.toggle('wall-still', isStill);
    return () => document.documentElement.classList.remove('wall-still');
  }, [isStill]);
  useEffect(() => {
    if (!isDark) return;
    const { dataset } = document.documentElement;
    const before = dataset.theme;
    dataset.theme = 'dark';
    return () => {
      if (before === undefined) delete dataset.theme;
      else dataset.theme = before;
    };
  }, [isDark]);
}

/** Keeps the screen from going dark, where the browser can; it lets go of a page that is hidden. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let isOver = false;
    const take = async () => {
      if (document.visibilityState !== 'visible' || isOver) return;
      // Absent without TLS; refused where the battery is low.
      lock = await (navigator.wakeLock?.request('screen') ?? Promise.resolve(null)).catch(() => null);
      if (isOver) await lock?.release();
    };
    const look = () => void take();
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', look);
      void lock?.release();
    };
  }, []);
}

/** Whether the pointer has not moved for a while: a cursor in the middle of a board is what everybody looks at. */
export function useStillPointer(): boolean {
  const [isStill, setStill] = useState(false);
  useEffect(() => {
    let timer = setTimeout(() => setStill(true), STILL_MS);
    const moved = () => {
      setStill(false);
      clearTimeout(timer);
      timer = setTimeout(() => setStill(true), STILL_MS);
    };
    window.addEventListener('pointermove', moved);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', moved);
    };
  }, []);
  return isStill;
}

/** Looks at a clock every second and answers what is read there; draws again only when that is another. */
export function useEverySecond<T extends string | number | null>(read: () => T): T {
  const [value, setValue] = useState(read);
  useEffect(() => {
    const look = () => setValue(read());
    look();
    const timer = setInterval(look, 1_000);
    return () => clearInterval(timer);
  }, [read]);
  return value;
}
