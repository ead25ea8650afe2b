// What `npm start` runs.
const { setFlagsFromString } = require('node:v8');
const { load } = require('./load.cjs');

// Left to itself, V8 lets garbage grow to twice or three times what lives before it looks through it: 60 MB more at work.
setFlagsFromString('--heap-growing-percent=50');

void load('./program.js').run();
