import { verifyBeside } from '@kaerimichi/store';
import { redecideCase } from '../redecide-case.ts';

await verifyBeside(redecideCase);
