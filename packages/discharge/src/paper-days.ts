/** So many days a paper is taken at its word; then what is known stands on the screen alone. */
export const PAPER_DAYS = 7;
