type Dated = { readonly dueOn?: string | undefined };
type Due = { readonly due?: { readonly on: string } | undefined };

/** The next day on which something is due after today: of the list, else of the cases on the board. null: none is known. */
export function nextDay(tasks: readonly Dated[], cards: Iterable<Due>, today: string): string | null {
  const ahead = (days: readonly (string | undefined)[]) =>
    days
      .filter(day => day !== undefined && day > today)
      .sort()
      .at(0) ?? null;
  return ahead(tasks.map(({ dueOn }) => dueOn)) ?? ahead([...cards].map(({ due }) => due?.on));
}
