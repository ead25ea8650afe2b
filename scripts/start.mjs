// npm start: installs what is missing, builds if needed, then runs the program in this very process, so that Ctrl-C
// reaches it once and nothing is left behind.
import { pathToFileURL } from 'node:url';
import { lookAtPort } from '../services/standalone/early/look-at-port.mjs';
import { build, checkNode, install, loadEnvironment, program } from './prepare.mjs';

checkNode();
loadEnvironment();
// Before minutes of installing and building, not after; any other wrong setting is the program's to name.
const { PORT, HOST } = process.env;
const fault = await lookAtPort({ PORT: Number(PORT || 3000), HOST: HOST || '127.0.0.1' }).catch(() => null);
if (fault) {
  console.error(`${fault.ja}\n${fault.en}`);
  process.exit(1);
}
install();
build();
await import(pathToFileURL(program).href);
