/** Points (点) or yen of a fee. What was read in secondary sources alone is `verified: false` and shown as such. */
export type Amount = { readonly value: number; readonly unit: 'points' | 'yen'; readonly verified: boolean };

export const points = (value: number): Amount => ({ value, unit: 'points', verified: true });
export const unverifiedYen = (value: number): Amount => ({ value, unit: 'yen', verified: false });
