import { useCallback, useEffect, useRef, useState } from 'react';
import { useServices } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { draftsOf } from '../form/drafts.ts';
import { useDeviceState, useProgram } from '../offline/use-program.ts';
import { emptyDraft, readDraft, type VisitDraft } from './visit-draft.ts';

/** Typed and left alone for so long, it is kept (experience.md §4.7). */
const IDLE_MS = 1500;

type Kept = { readonly isRead: boolean; readonly draft: VisitDraft; readonly keptAt: number | null };

/**
 * What was typed of a visit: sealed where something is kept on this device, else in this tab alone. `base`: the newest
 * record of one's own side, on which a new draft is begun.
 */
export function useVisitDraft({ visitId, caseId, base }: { visitId: string; caseId: string; base: number }) {
  const places = usePlaces(`visit.${caseId}.${visitId}`);
  const [kept, setKept] = useState<Kept>({ isRead: false, draft: emptyDraft(base), keptAt: null });
  const unkept = useRef<VisitDraft | null>(null);
  useEffect(() => {
    let isShown = true;
    void places.read().then(found => {
      const draft = readDraft(found?.value);
      if (isShown)
        setKept(before =>
          before.isRead && isTouched(before.draft)
            ? before
            : { isRead: true, draft: draft ?? emptyDraft(base), keptAt: draft ? (found?.at ?? null) : null },
        );
    });
    return () => {
      isShown = false;
    };
  }, [places, base]);
  const keep = useCallback(async () => {
    const draft = unkept.current;
    if (!draft) return;
    unkept.current = null;
    if (await places.write(draft)) setKept(before => ({ ...before, keptAt: Date.now() }));
  }, [places]);
  useEffect(() => {
    const leave = () => void keep();
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', leave);
    return () => {
      leave();
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', leave);
    };
  }, [keep]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const change = (part: Partial<VisitDraft>) => {
    const draft = { ...kept.draft, ...part };
    unkept.current = draft;
    setKept(before => ({ ...before, draft }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void keep(), IDLE_MS);
  };
  /** Sent, or to be sent from the outbox: nothing of it is kept here any more. */
  const forget = async () => {
    clearTimeout(timer.current);
    unkept.current = null;
    await places.forget();
    setKept({ isRead: true, draft: emptyDraft(base), keptAt: null });
  };
  return { ...kept, change, keep, forget };
}

/** Something was typed: it stays what it was begun on. */
const isTouched = (draft: VisitDraft): boolean => JSON.stringify(draft) !== JSON.stringify(emptyDraft(draft.base));

type Places = {
  readonly read: () => Promise<{ readonly value: unknown; readonly at: number } | null>;
  readonly write: (draft: VisitDraft) => Promise<boolean>;
  readonly forget: () => Promise<void>;
};

function usePlaces(place: string): Places {
  const { leaving } = useServices();
  const { me } = useWorkplace();
  const { device } = useProgram();
  const isSealed = useDeviceState().is === 'open';
  const name = `draft:${place}`;
  const person = me.person.id;
  const [places, setPlaces] = useState(() => made());
  function made(): Places {
    const tab = draftsOf(sessionStorage, { person, place });
    if (isSealed)
      return {
        // What was typed before this device kept anything goes on here.
        read: async () => {
          const typed = tab.read();
          return (await device.get(name)) ?? (typed && { value: typed.content, at: typed.at });
        },
        write: async draft => {
          const isKept = await device.put(name, draft);
          if (isKept) tab.forget();
          return isKept;
        },
        forget: async () => {
          tab.forget();
          await device.remove([name]);
        },
      };
    return {
      read: async () => {
        const typed = tab.read();
        return typed && { value: typed.content, at: typed.at };
      },
      write: async draft => !leaving.hasLeft.read() && tab.write(draft, Date.now()),
      forget: async () => tab.forget(),
    };
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place once the device is opened or locked
  useEffect(() => setPlaces(made()), [isSealed, name, person]);
  return places;
}
