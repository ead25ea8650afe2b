type Changed = { readonly lead: string; readonly mine: boolean };

/** Lines of one case on paper; the others are on the screen. */
export const PRINTED_CHANGES = 2;
/** Cases on one sheet, in two columns. */
const PRINTED_CASES = 28;

/** Cases by the organisation that leads them, the own one first; in each those first whose turn it is. */
export function wardsOf<Case extends Changed>(
  cases: readonly Case[],
  own: string,
): readonly { readonly lead: string; readonly cases: readonly Case[] }[] {
  const leads = [...new Set(cases.map(({ lead }) => lead))];
  return leads
    .map(lead => ({ lead, cases: byTurn(cases.filter(one => one.lead === lead)) }))
    .sort((a, b) => Number(b.lead === own) - Number(a.lead === own));
}

/** Cases that stand on the one sheet: those first whose turn it is, then as they came, the latest first. */
export function onPaper<Case extends Changed>(cases: readonly Case[]): ReadonlySet<Case> {
  return new Set(byTurn(cases).slice(0, PRINTED_CASES));
}

const byTurn = <Case extends Changed>(cases: readonly Case[]): readonly Case[] =>
  [...cases].sort((a, b) => Number(b.mine) - Number(a.mine));
