const PREFIX = 'kaerimichi.draft.';

/** What was typed but not sent, kept in this tab only: a reload or a lost session loses nothing, sign-out erases it. */
export type Drafts = {
  readonly read: () => unknown;
  readonly write: (values: unknown) => boolean;
  readonly forget: () => void;
};

export function draftsOf(storage: Storage, { person, place }: { person: string; place: string }): Drafts {
  const key = `${PREFIX}${person}.${place}`;
  return {
    read: () => {
      try {
        const parsed: unknown = JSON.parse(storage.getItem(key) ?? 'null');
        return parsed;
      } catch {
        return null;
      }
    },
    write: values => {
      try {
        storage.setItem(key, JSON.stringify(values));
        return true;
      } catch {
        return false;
      }
    },
    forget: () => storage.removeItem(key),
  };
}

/** All drafts, or all but those of one person. */
export function forgetDrafts(storage: Storage, but?: string): void {
  for (const key of Object.keys(storage))
    if (key.startsWith(PREFIX) && !(but && key.startsWith(`${PREFIX}${but}.`))) storage.removeItem(key);
}
