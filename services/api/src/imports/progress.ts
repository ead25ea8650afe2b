export type Progress = {
  readonly phase: 'reading' | 'writing' | 'done' | 'stopped';
  readonly done: number;
  readonly total: number;
};

/** Long enough for a screen that asks again after a stop. */
const KEPT_MS = 10 * 60_000;

/** How far the imports of this process are, by person and key of the request. */
export function progressOfImports() {
  const known = new Map<string, Progress>();
  const nameOf = (person: string, key: string) => `${person} ${key}`;
  return {
    find: (person: string, key: string): Progress | undefined => known.get(nameOf(person, key)),
    put(person: string, key: string, progress: Progress): void {
      // A dry run without a key is asked about by nobody.
      if (key === '') return;
      const name = nameOf(person, key);
      if (!known.has(name)) setTimeout(() => known.delete(name), KEPT_MS).unref();
      known.set(name, progress);
    },
  };
}

export type ImportProgress = ReturnType<typeof progressOfImports>;
