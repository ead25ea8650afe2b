import type { LoadedCase } from '@kaerimichi/casework';
import { type BoundedMap, type Bounds, boundedMap } from '../bounded-map.ts';

type Note = { readonly version: number; readonly active: boolean; readonly bytes: number };

/**
 * Cases as this process last knew them. Staleness is harmless: a commit names version and access epoch, and what was
 * changed elsewhere commits nothing. Bounded by count and by rough size.
 */
export type CaseCache = {
  get(caseId: string): LoadedCase | undefined;
  put(loaded: LoadedCase, active: boolean): void;
  /** A case after a commit; ignored when the cache knows a newer one. */
  remember(loaded: LoadedCase): void;
  /** What the commit itself knows: whether the case is on the board, and how long its facts are. */
  noteCommit(caseId: string, note: Note): void;
  /** Whether the case was on the board at this version; null: not known. */
  wasActive(caseId: string, version: number): boolean | null;
  /** Drops a case when a newer version exists elsewhere. */
  forget(caseId: string, version: number): void;
  clear(): void;
  readonly size: number;
};

/** 5,000 cases are the active ones of a large prefecture; at 64 MB the cache stays a small part of the process. */
const CASE_BOUNDS: Bounds = { entries: 5_000, weight: 64 * 1024 * 1024 };
/** Parsed facts take about this many bytes for each character of their JSON. */
const BYTES_PER_CHARACTER = 4;
const BYTES_PER_CASE = 2_000;

export function caseCache(bounds: Bounds = CASE_BOUNDS): CaseCache {
  const cases: BoundedMap<LoadedCase> = boundedMap(bounds);
  const notes: BoundedMap<Note> = boundedMap({ entries: bounds.entries * 2 });
  const weigh = (bytes: number) => BYTES_PER_CASE + bytes * BYTES_PER_CHARACTER;
  /** Whether the cache knows a later state than this one. */
  const isPast = (loaded: LoadedCase) => {
    const known = cases.peek(loaded.id);
    if (!known) return false;
    return known.version > loaded.version || known.accessEpoch > loaded.accessEpoch;
  };
  return {
    get: caseId => cases.get(caseId),
    put(loaded, active) {
      if (isPast(loaded)) return;
      const bytes = JSON.stringify(loaded.facts).length;
      notes.set(loaded.id, { version: loaded.version, active, bytes });
      cases.set(loaded.id, loaded, weigh(bytes));
    },
    remember(loaded) {
      if (isPast(loaded)) return;
      cases.set(loaded.id, loaded, weigh(notes.peek(loaded.id)?.bytes ?? 3_000));
    },
    noteCommit(caseId, note) {
      if ((notes.peek(caseId)?.version ?? 0) < note.version) notes.set(caseId, note);
    },
    wasActive(caseId, version) {
      const note = notes.get(caseId);
      return note?.version === version ? note.active : null;
    },
    forget(caseId, version) {
      if ((cases.peek(caseId)?.version ?? version) < version) cases.delete(caseId);
    },
    clear() {
      cases.clear();
      notes.clear();
    },
    get size() {
      return cases.size;
    },
  };
}
