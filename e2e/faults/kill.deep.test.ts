import { describeKills } from './describe-kills.ts';

describeKills({ commands: 100_000, mostKills: Number.POSITIVE_INFINITY });
