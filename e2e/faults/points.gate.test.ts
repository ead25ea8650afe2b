import { describePoints } from './describe-points.ts';

// The deep run kills twenty times at each.
describePoints({ times: 2 });
