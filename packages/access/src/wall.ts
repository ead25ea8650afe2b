import type { WallLevel } from '@kaerimichi/discharge';
import type { Viewer, WallScreen } from './viewer.ts';

/** So long names are shown to whoever typed the PIN of a wall display. */
export const WALL_SIGHT_MS = 120_000;

/** What a wall display shows at an instant: its own level, or names as long as it is unlocked. */
const levelAt = ({ level, sightUntil }: WallScreen, at: string): WallLevel =>
  sightUntil !== null && Date.parse(at) < Date.parse(sightUntil) ? 'name' : level;

/** A viewer as it sees at an instant: of a wall display that is unlocked, one of names. */
export const viewerAt = (viewer: Viewer, at: string): Viewer =>
  viewer.screen ? { ...viewer, screen: { ...viewer.screen, level: levelAt(viewer.screen, at) } } : viewer;
