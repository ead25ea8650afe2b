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

type GivenTurn = Turn & {
  readonly owner?: string | undefined;
  readonly lent?: { readonly to: string; readonly until: string } | undefined;
};

/** Whether a turn is one person's: whoever it was given to by name, while they have it, else each of its role. */
export function isTurnOfPerson(
  turn: GivenTurn | undefined,
  lead: string,
  who: { readonly membership: string; readonly org: string; readonly role: string; readonly at: string },
): boolean {
  if (!turn) return false;
  const owner = turn.lent && turn.lent.until > who.at ? turn.lent.to : turn.owner;
  return owner === undefined ? isTurnOf(turn, lead, who) : owner === who.membership;
}
