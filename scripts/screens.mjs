// npm run screens [word …]: installs and builds what is missing, then takes pictures of every screen, or of those whose
// names have one of the words.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findChromium } from './chromium.mjs';
import { build, checkNode, install, root } from './prepare.mjs';

checkNode();
install();
build();
const chromium = findChromium();
if (!chromium) {
  console.error('No Chromium found: install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.');
  process.exit(1);
}
process.env.CHROMIUM_PATH = chromium;
await import(pathToFileURL(join(root, 'e2e/dist/pictures/main.js')).href);
