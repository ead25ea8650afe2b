/** From so many pixels on the summary stands at the left of a case, and the way on at its right; else each is a tab. */
export const LEFT_PANE = 800;
export const RIGHT_PANE = 1200;
