/** A form that was begun and not sent, by the place under which its draft is kept (`<case>.<event>`). */
type BegunForm = { readonly caseId: string; readonly type: string };

/**
 * Forms of cases among the places of kept drafts; what else is kept there (a registration, a correction) has a page of its
 * own. An event's type has one dot, a case's id none.
 */
export const begunForms = (places: readonly string[]): BegunForm[] =>
  places.flatMap(place => {
    const [, caseId, type] = /^([A-Za-z0-9_-]{1,64})\.([a-z][A-Za-z]*\.[a-z][A-Za-z0-9]*)$/.exec(place) ?? [];
    return caseId && type ? [{ caseId, type }] : [];
  });
