// npm run generate writes the generated documents, --check compares them. One line a document.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './prepare.mjs';

const documents = {
  'docs/pathway.md': async () => (await import('../packages/discharge/dist/chart.js')).pathwayDocument(),
  'docs/permissions.md': async () => (await import('../packages/access/dist/index.js')).permissionsDocument(),
  'docs/pathway-proof.json': async () => (await import('./prove-pathway.mjs')).pathwayProof(),
  'docs/openapi.json': async () => (await import('../services/api/dist/index.js')).openApiDocument(),
};

const isCheck = process.argv.includes('--check');
const stale = [];
for (const [name, make] of Object.entries(documents)) {
  const text = await make();
  const file = join(root, name);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  if (isCheck) stale.push(name);
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
if (stale.length > 0) {
  console.error(`Stale: ${stale.join(', ')}. Run npm run generate.`);
  process.exit(1);
}
