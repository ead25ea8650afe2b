import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** Folders of the checkout that the program reads at run time. */
export const migrationsDir = join(root, 'prisma/migrations');
export const consoleDir = join(root, 'services/console/dist');
export const proofFile = join(root, 'docs/pathway-proof.json');
export const packageFile = join(root, 'package.json');
/** As it was installed; read when the first document is printed. */
export const fontFile = join(root, 'node_modules/@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf');
