type Address = { readonly pathname: string; readonly search: string };

/** Where a form of an event is opened again: its own page, with what that is settled to be about. */
export function draftRoute({ pathname, search }: Address, { caseId, type }: { caseId: string; type: string }): string {
  const page = `/cases/${caseId}/record/${type}`;
  return pathname === page ? `${page}${search}` : page;
}
