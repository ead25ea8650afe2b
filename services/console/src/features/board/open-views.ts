/** Id of the button that opens the views to choose from. */
export const VIEWS_BUTTON = 'board-views';

/** Opens them as a press on that button does; without a board there is nothing to open. */
export const openViews = (): void => document.getElementById(VIEWS_BUTTON)?.click();
