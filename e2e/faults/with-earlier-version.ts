// Read before the program's modules: `node --import`. It then knows the way from the version before.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../product/product.ts';
import { EARLIER, fromEarlier } from './earlier-version.ts';

const file = join(root, 'packages/discharge/dist/migrations/upgrade-state.js');
const { steps } = (await import(pathToFileURL(file).href)) as { steps: Map<number, typeof fromEarlier> };
steps.set(EARLIER, fromEarlier);
