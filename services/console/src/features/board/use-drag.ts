import type { Transition } from '@kaerimichi/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { type DragEvent, useCallback, useRef, useState } from 'react';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';

/** Columns a dragged card may go to, with how many conditions each still lacks. */
export type Reach = ReadonlyMap<string, { readonly missing: number }>;

/** The nearest way into each column: the move that lacks least. */
function reachOf(transitions: readonly Transition[], columnOf: (stage: string) => string | undefined): Reach {
  const reach = new Map<string, { missing: number }>();
  for (const { to, reasons, permitted } of transitions) {
    const column = columnOf(to);
    if (!column || !permitted) continue;
    const missing = Math.min(reasons.length, reach.get(column)?.missing ?? Number.POSITIVE_INFINITY);
    reach.set(column, { missing });
  }
  return reach;
}

/** Dragging is a shortcut: it shows where a card may go, and a drop opens the same sheet as the button. */
export function useDrag(onTouch: (id: string | null) => void, onDropped: (id: string, column: string) => void) {
  const api = useApi();
  const client = useQueryClient();
  const { pathway } = useWorkplace();
  const dragged = useRef<string | null>(null);
  const [reach, setReach] = useState<Reach | null>(null);

  const onDragStart = useCallback(
    (event: DragEvent, id: string) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', id);
      dragged.current = id;
      onTouch(id);
      const columnOf = (stage: string) => pathway.stages.find(other => other.id === stage)?.column;
      client
        .fetchQuery({
          queryKey: ['case', id, 'transitions'],
          queryFn: ({ signal }) => api.call(routes.transitions, { params: { id }, signal }),
        })
        .then(transitions => {
          if (dragged.current === id) setReach(reachOf(transitions, columnOf));
        })
        // Without an answer every column stays as it is; the sheet will say why.
        .catch(() => undefined);
    },
    [api, client, pathway, onTouch],
  );
  // Every column takes the card: where it may not go, the sheet says why and what may be done instead.
  const onDragOver = useCallback((event: DragEvent) => {
    if (dragged.current) event.preventDefault();
  }, []);
  const onDragEnd = useCallback(() => {
    dragged.current = null;
    setReach(null);
    onTouch(null);
  }, [onTouch]);
  const onDrop = useCallback(
    (column: string) => {
      const id = dragged.current;
      onDragEnd();
      if (id) onDropped(id, column);
    },
    [onDragEnd, onDropped],
  );
  return { reach, onDragStart, onDragOver, onDragEnd, onDrop };
}
