// npm run bench | verify | export | import | admin-slip | reset: installs and builds what is missing, then runs the command.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, checkNode, install, loadEnvironment, root } from './prepare.mjs';

const commands = {
  bench: 'e2e/dist/bench/main.js',
  verify: 'services/standalone/dist/commands/verify.js',
  export: 'services/standalone/dist/commands/export.js',
  import: 'services/standalone/dist/commands/import.js',
  'admin-slip': 'services/standalone/dist/commands/admin-slip.js',
  reset: 'services/standalone/dist/commands/reset.js',
};

const [name = ''] = process.argv.splice(2, 1);
const file = commands[name];
if (!file) {
  console.error(`There is no command ${name}; there are ${Object.keys(commands).join(', ')}.`);
  process.exit(1);
}
checkNode();
loadEnvironment();
install();
build();
await import(pathToFileURL(join(root, file)).href);
