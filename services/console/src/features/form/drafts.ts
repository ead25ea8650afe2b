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

/** All drafts, or all but those of one person. */
export function forgetDrafts(storage: Storage, but?: string): void {
  for (const key of Object.keys(storage))
    if (key.startsWith(PREFIX) && !(but && key.startsWith(`${PREFIX}${but}.`))) storage.removeItem(key);
}
