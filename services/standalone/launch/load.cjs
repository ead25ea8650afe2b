// Loads a file of this folder and what it requires of it, with the code that V8 compiled when the program was built: a
// quarter of a start was compiling. Another version of Node compiles anew, which is slower and nothing else.
const { existsSync, readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { constants, Script } = require('node:vm');

// Left to itself, V8 lets garbage grow to twice or three times what lives before it looks through it: 60 MB more at work.
// Here, since code is only taken back under the flags under which it was kept.
setFlagsFromString('--heap-growing-percent=50');

// Node 20 says nowhere that it is Node, so pg makes a Response to find out whether it runs at Cloudflare's, and all of
// fetch is loaded for it: 80 ms of a start. Later versions of Node say it themselves.
globalThis.navigator ??= { userAgent: `Node.js/${process.versions.node.split('.')[0]}` };

const requireInstalled = createRequire(__filename);
const loaded = new Map();

/** @returns what the file exports. @throws what it throws, and where it is not there */
function load(name) {
  const known = loaded.get(name);
  if (known) return known.module.exports;
  const filename = join(__dirname, name);
  const kept = codeOf(filename);
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) { ${readFileSync(filename, 'utf8')}\n})`,
    {
      filename,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      ...(existsSync(kept) ? { cachedData: readFileSync(kept) } : {}),
    },
  );
  const module = { exports: {} };
  loaded.set(name, { module, script, filename });
  const requireHere = id => (id.startsWith('./') ? load(id) : requireInstalled(id));
  script.runInThisContext()(module.exports, requireHere, module, filename, __dirname);
  return module.exports;
}

const codeOf = filename => `${filename}.code`;

module.exports = { load, loaded, codeOf };
