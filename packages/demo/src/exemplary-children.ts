import type { Day } from '@kaerimichi/discharge';
import { aokiHina } from './children/aoki-hina.ts';
import { eguchiHaru } from './children/eguchi-haru.ts';
import { ishiiSora } from './children/ishii-sora.ts';
import { katoYui } from './children/kato-yui.ts';
import { onoRiku } from './children/ono-riku.ts';
import { uenoMio } from './children/ueno-mio.ts';
import type { Story } from './story.ts';

/** The six children that the demo's story is about (experience.md §14). */
export const exemplaryChildren = (today: Day): Story[] => [
  aokiHina(today),
  ishiiSora(today),
  onoRiku(today),
  uenoMio(today),
  eguchiHaru(today),
  katoYui(today),
];
