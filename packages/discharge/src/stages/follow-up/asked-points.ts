/** Months after the discharge at which a family is asked how it goes at home. */
export const askedPoints = ['month1', 'month3', 'month6'] as const;
export type AskedPoint = (typeof askedPoints)[number];
