// What `npm start` runs.
const { load } = require('./load.js');

void load('./program.js').run();
