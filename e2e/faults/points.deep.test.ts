import { describePoints } from './describe-points.ts';

describePoints({ times: 20 });
