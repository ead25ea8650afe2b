import { aokiHina } from './aoki-hina.ts';
import { eguchiHaru } from './eguchi-haru.ts';
import type { Happening, Line } from './happening.ts';
import { ishiiSora } from './ishii-sora.ts';
import { katoYui } from './kato-yui.ts';
import { onoRiku } from './ono-riku.ts';
import { uenoMio } from './ueno-mio.ts';

/** Something that happens, and to whom. */
export type ToldHappening = Pick<Line, 'no' | 'child'> & { readonly happening: Happening };

const part = ({ no, child, happenings }: Line, from: number, until?: number): ToldHappening[] =>
  happenings.slice(from, until).map(happening => ({ no, child, happening }));

/** Everything that happens, in the order in which it is shown (experience.md §14): of each child in its own order. */
export const toldHappenings: readonly ToldHappening[] = [
  ...part(ishiiSora, 0, 4),
  ...part(uenoMio, 0),
  ...part(eguchiHaru, 0),
  ...part(ishiiSora, 4),
  ...part(aokiHina, 0),
  ...part(onoRiku, 0),
  ...part(katoYui, 0),
];
