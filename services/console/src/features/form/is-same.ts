/** Whether two values are the same on the wire; what is absent is the same as what is undefined. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
