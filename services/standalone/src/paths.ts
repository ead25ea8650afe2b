import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** Folders of the checkout that the program reads at run time. */
export const migrationsDir = join(root, 'prisma/migrations');
export const consoleDir = join(root, 'services/console/dist');
export const proofFile = join(root, 'docs/pathway-proof.json');
export const packageFile = join(root, 'package.json');
