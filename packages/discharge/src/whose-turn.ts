type Turn = { readonly org: string | null; readonly role: string };

/**
 * Whether a turn is that of somebody of a role in an organisation. Where the turn names no organisation it is the lead's,
 * and a coordinator's is the hub's, which a case does not name.
 */
export function isTurnOf(turn: Turn | undefined, lead: string, who: { readonly org: string; readonly role: string }) {
  if (!turn) return false;
  if (turn.org === null && turn.role === 'coordinator') return who.role === 'coordinator';
  return turn.role === who.role && (turn.org ?? lead) === who.org;
}
