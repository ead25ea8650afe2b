// npm test: every test, one project after the other (two cores), and one last line that counts them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { findChromium } from './chromium.mjs';
import { build, checkNode, install, quietEnv, root } from './prepare.mjs';

checkNode();
install();
build();

const chromium = findChromium();
const journeys = ['journeys', 'timed-journeys'];
const inBrowser = [...journeys, 'budgets'];
const all = ['unit', 'database', 'faults', 'timed-faults', ...journeys];
// npm run deep and npm run budgets are projects of their own, which no other run includes.
const known = [...all, 'deep', 'budgets'];
const named = process.argv.slice(2).filter(name => name !== '--whole');
const chosen = named.filter(name => known.includes(name));
const filters = named.filter(name => !known.includes(name));
// A run asks the share of its day (e2e/product/in-turn.ts, how-much.ts), a whole one everything, a named file all of itself.
const isWhole = process.argv.includes('--whole');
const turn = String(Math.floor(Date.now() / 86_400_000));
const share = isWhole ? { WHOLE: '1' } : filters.length > 0 ? {} : { TURN: turn };
const reports = mkdtempSync(join(tmpdir(), 'kaerimichi-tests-'));
const sum = { passed: 0, failed: 0, skipped: 0 };
// What failed and what took long, said again at the end: the output is long, and often only its end is kept.
const failures = [];
const times = [];

for (const project of chosen.length > 0 ? chosen : all) {
  if (inBrowser.includes(project) && !chromium) {
    console.log(
      'No Chromium found: install one (Debian: apt-get install chromium) or set CHROMIUM_PATH. The browser journeys are skipped.',
    );
    sum.skipped += countOf(project);
    continue;
  }
  console.log(`\n== ${project}`);
  const report = join(reports, `${project}.json`);
  const args = [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    // A filter leaves most projects without a file; without one, an empty project is a failure.
    ...(filters.length > 0 ? ['--passWithNoTests', ...filters] : []),
  ];
  const env = { ...quietEnv, ...share, ...(chromium ? { CHROMIUM_PATH: chromium } : {}) };
  const began = Date.now();
  const run = spawnSync(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  add(report, run.status === 0);
  times.push(`${project} ${Math.round((Date.now() - began) / 1000)} s`);
}
rmSync(reports, { recursive: true, force: true });

console.log(`\nTime: ${times.join(', ')}; browser ${chromium ?? 'none'}`);
if (share.TURN) console.log(`A share, that of day ${turn}; npm run test:whole asks everything.`);
for (const failure of failures) console.log(`Failed: ${failure}`);
const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
console.log(`${sum.passed} passed, ${sum.failed} failed${skipped}`);
process.exit(sum.failed > 0 ? 1 : 0);

/** A project that crashed, or that ran nothing, is a failure of its own. */
function add(report, isGreen) {
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  const passed = counts?.numPassedTests ?? 0;
  const failed = counts?.numFailedTests ?? 0;
  sum.passed += passed;
  sum.failed += failed;
  sum.skipped += counts?.numPendingTests ?? 0;
  const isEmpty = passed + failed === 0 && filters.length === 0;
  for (const file of counts?.testResults ?? []) {
    const tests = file.assertionResults.filter(test => test.status === 'failed');
    const name = relative(root, file.name);
    failures.push(...tests.map(test => `${name}: ${test.fullName}`));
    if (file.status === 'failed' && tests.length === 0) failures.push(name);
  }
  if (failed > 0 || (isGreen && !isEmpty)) return;
  sum.failed += 1;
  failures.push(`the run itself, ${passed} passed`);
}

function countOf(project) {
  const list = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'list', '--project', project, '--json'],
    { cwd: root, env: quietEnv, encoding: 'utf8' },
  );
  try {
    return JSON.parse(list.stdout).length;
  } catch {
    return 1;
  }
}
