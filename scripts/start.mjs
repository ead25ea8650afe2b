// npm start: installs what is missing, builds if needed, then runs the program in this very process, so that Ctrl-C
// reaches it once and nothing is left behind.
import { pathToFileURL } from 'node:url';
import { build, checkNode, install, loadEnvironment, program } from './prepare.mjs';

checkNode();
loadEnvironment();
install();
build();
await import(pathToFileURL(program).href);
