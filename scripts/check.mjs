// npm run check: format, lint, types, layers, generated files, unused code, tests, build. CHECK_TESTS=0 leaves the
// tests to a caller that has just run them.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, checkNode, install, quietEnv, root } from './prepare.mjs';

checkNode();
install();

const bin = name => join(root, 'node_modules', name);
const steps = [
  ['format and lint', [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']],
  ['types', [bin('typescript/bin/tsc'), '-b']],
  ['types of the tests', [bin('typescript/bin/tsc'), '-p', 'tsconfig.tests.json']],
  ['types of the console’s tests', [bin('typescript/bin/tsc'), '-p', 'services/console/tsconfig.tests.json']],
  [
    'layers, and what documents name',
    [
      bin('vitest/vitest.mjs'),
      'run',
      '--project',
      'unit',
      'scripts/layers.test.ts',
      'scripts/documents.test.ts',
      '--reporter=dot',
    ],
  ],
  ['build', null],
  ['generated files', ['scripts/generate.mjs', '--check']],
  [
    'unused code',
    [
      bin('knip/bin/knip.js'),
      '--no-progress',
      '--include',
      'files,dependencies,unlisted,unresolved,duplicates,exports,types',
    ],
  ],
  ...(process.env.CHECK_TESTS === '0' ? [] : [['tests', ['scripts/test.mjs']]]),
];

const failed = [];
for (const [name, args] of steps) {
  console.log(`\n== ${name}`);
  if (!args) build();
  else if (
    spawnSync(process.execPath, args, { cwd: root, env: quietEnv, stdio: ['ignore', 'inherit', 'inherit'] }).status !==
    0
  )
    failed.push(name);
}
console.log(failed.length === 0 ? '\nEverything holds.' : `\nFailed: ${failed.join(', ')}.`);
process.exit(failed.length === 0 ? 0 : 1);
