import { describeKills } from './describe-kills.ts';

// Six kills of each: the gate stays within its time on a slow machine; the deep run has no such bound.
describeKills({ commands: 10_000, mostKills: 12 });
