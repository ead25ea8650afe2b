import { showCard, type Viewer } from '@kaerimichi/access';
import { tokyoDay } from '@kaerimichi/discharge';
import type { ApiPorts } from './ports.ts';

/** Names that the viewer reads on the own board anyway: a refusal tells nothing about any other child. */
export async function namesOnBoard({ store, clock }: ApiPorts, viewer: Viewer): Promise<string[]> {
  const on = tokyoDay(clock.now());
  const entries = await store.board.of(viewer.org);
  return entries.flatMap(({ card, access }) => showCard(card, access, viewer, on)?.name ?? []);
}
