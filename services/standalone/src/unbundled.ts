// The program as its modules, for a profile that names files: node dist/unbundled.js.
import { run } from './main.ts';

void run();
