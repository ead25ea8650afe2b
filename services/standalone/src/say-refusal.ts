import { faultLines } from '@kaerimichi/runtime';
import { ImportRefused, StartRefused } from '@kaerimichi/store';
import { asRefusal } from './as-refusal.ts';

/** Tells the terminal why something ended: the sentence of a refusal, or the fault with no value of a row in it. */
export function sayRefusal(fault: unknown): void {
  const refused = asRefusal(fault);
  const isSaid = refused instanceof StartRefused || refused instanceof ImportRefused;
  console.error(isSaid ? refused.message : faultLines(refused));
}
