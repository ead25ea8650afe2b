import type { HistoryEvent } from '@kaerimichi/contracts';
import { type RefObject, useEffect, useState } from 'react';

/** Which new entries still have their mark: until they have been in sight and left it again. */
export function useNewMarks(
  list: RefObject<HTMLElement | null>,
  fresh: readonly Pick<HistoryEvent, 'seq'>[],
): (seq: number) => boolean {
  const [passed, setPassed] = useState<ReadonlySet<number>>(new Set());
  const waiting = fresh.map(({ seq }) => seq).filter(seq => !passed.has(seq));
  const key = waiting.join();
  useEffect(() => {
    const around = list.current;
    if (!around || key === '') return;
    const inSight = new Set<number>();
    const observer = new IntersectionObserver(entries => {
      const gone: number[] = [];
      for (const { target, isIntersecting } of entries) {
        const seq = Number(target instanceof HTMLElement ? target.dataset.seq : 0);
        if (isIntersecting) inSight.add(seq);
        else if (inSight.has(seq)) gone.push(seq);
      }
      if (gone.length > 0) setPassed(before => new Set([...before, ...gone]));
    });
    for (const seq of key.split(',')) {
      const entry = around.querySelector(`[data-seq="${seq}"]`);
      if (entry) observer.observe(entry);
    }
    return () => observer.disconnect();
  }, [list, key]);
  return seq => waiting.includes(seq);
}
