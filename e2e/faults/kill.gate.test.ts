import { describeKills } from './describe-kills.ts';

// Three kills of each: every run of the tests stays within its time on a slow machine; `npm run deep` has no such bound.
describeKills({ commands: 5_000, mostKills: 6 });
