/** A case number however it was typed: `k0142`, `Ｋ－０１４２`, `0142`; empty where there are no digits. */
export function numberOf(typed: string): string {
  const digits = typed.normalize('NFKC').replace(/\D/g, '');
  return digits === '' ? '' : `K-${digits}`;
}
