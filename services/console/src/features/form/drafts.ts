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

type Form = {
  readonly caseId: string;
  readonly type: string;
  /** What the form is settled to be about. */
  readonly fixed?: Readonly<Record<string, unknown>> | undefined;
};

/** Where the draft of a form is kept: one for each event of a case, and of a correction one for each entry. */
export const draftPlace = ({ caseId, type, fixed }: Form): string =>
  [caseId, type, ...(typeof fixed?.seq === 'number' ? [fixed.seq] : [])].join('.');

/** Places under which one person's drafts are kept. */
export const draftPlaces = (storage: Storage, person: string): string[] =>
  Object.keys(storage).flatMap(key => {
    const own = `${PREFIX}${person}.`;
    return key.startsWith(own) ? [key.slice(own.length)] : [];
  });

/** All drafts, or all but those of one person. */
export function forgetDrafts(storage: Storage, but?: string): void {
  for (const key of Object.keys(storage))
    if (key.startsWith(PREFIX) && !(but && key.startsWith(`${PREFIX}${but}.`))) storage.removeItem(key);
}
