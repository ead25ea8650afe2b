// After a build: keeps what V8 compiled of the program, and of whatever ran of it while it was loaded.
const { writeFileSync } = require('node:fs');
const { codeOf, load, loaded } = require('./load.cjs');

load('./program.js');
for (const { script, filename } of loaded.values()) writeFileSync(codeOf(filename), script.createCachedData());
