// What `npm start` runs.
const { load } = require('./load.cjs');

void load('./program.js').run();
