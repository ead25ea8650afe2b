import { defineConfig } from 'prisma/config';

// The folder is the schema: one file per aggregate. The program migrates by itself; `prisma migrate` is never run.
export default defineConfig({ schema: 'prisma' });
