import type { AnyStateNode } from 'xstate';
import { dischargeMachine } from './discharge.ts';

/** A node of the chart by its path; the chart is fixed, so a missing one is a mistake in the program. */
function node(...path: string[]): AnyStateNode {
  let found: AnyStateNode = dischargeMachine.root;
  for (const key of path) {
    const child = found.states[key];
    if (!child) throw new Error(`the chart has no node ${path.join('.')}`);
    found = child;
  }
  return found;
}

export const openNode = node('open');
export const mainNode = node('open', 'main');
export const adultNode = node('open', 'adult');
export const closedNode = node('closed');
