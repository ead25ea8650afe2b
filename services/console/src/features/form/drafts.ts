const PREFIX = 'kaerimichi.draft.';

/** What was typed and when it was last kept, in milliseconds; 0: nobody knows. */
export type Draft = { readonly content: unknown; readonly at: number };

/** What was typed but not sent, kept in this tab only: a reload or a lost session loses nothing, sign-out erases it. */
export type Drafts = {
  readonly read: () => Draft | null;
  readonly write: (content: unknown, at: number) => boolean;
  readonly forget: () => void;
};

export function draftsOf(storage: Storage, { person, place }: { person: string; place: string }): Drafts {
  const key = `${PREFIX}${person}.${place}`;
  return {
    read: () => {
      try {
        return toDraft(JSON.parse(storage.getItem(key) ?? 'null'));
      } catch {
        return null;
      }
    },
    write: (content, at) => {
      try {
        storage.setItem(key, JSON.stringify({ content, at }));
        return true;
      } catch {
        return false;
      }
    },
    forget: () => storage.removeItem(key),
  };
}

/** A version before this one kept what was typed alone. */
function toDraft(kept: unknown): Draft | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { content, at } = kept as Partial<Draft>;
  return content !== undefined && typeof at === 'number' ? { content, at } : { content: kept, at: 0 };
}

type Form = {
  readonly caseId: string;
  readonly type: string;
  /** What the form is settled to be about. */
  readonly fixed?: Readonly<Record<string, unknown>> | undefined;
};

/** Where the draft of a form is kept: one for each event of a case, and of a correction one for each entry. */
export const draftPlace = ({ caseId, ...form }: Form): string => [caseId, formPlace(form)].join('.');

/** The same within its case. */
export const formPlace = ({ type, fixed }: Omit<Form, 'caseId'>): string =>
  [type, ...(typeof fixed?.seq === 'number' ? [fixed.seq] : [])].join('.');

/** All drafts, or all but those of one person. */
export function forgetDrafts(storage: Storage, but?: string): void {
  for (const key of Object.keys(storage))
    if (key.startsWith(PREFIX) && !(but && key.startsWith(`${PREFIX}${but}.`))) storage.removeItem(key);
}
