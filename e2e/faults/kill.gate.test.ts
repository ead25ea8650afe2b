import { wholeOr } from '../product/how-much.ts';
import { describeKills } from './describe-kills.ts';

// The gate stays within its time on a slow machine; the deep run has no bound of kills.
describeKills({ commands: wholeOr(10_000, 2_500), mostKills: 12 });
