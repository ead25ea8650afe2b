const keyOf = (stayId: string) => `diary.${stayId}`;

/** What was typed of a diary and not sent yet, in this tab: gone with it, so that a lent telephone keeps nothing. */
export const keptDiary = (stayId: string): string => sessionStorage.getItem(keyOf(stayId)) ?? '';

export function keepDiary(stayId: string, text: string): void {
  if (text === '') sessionStorage.removeItem(keyOf(stayId));
  else sessionStorage.setItem(keyOf(stayId), text);
}
