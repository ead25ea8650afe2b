// A Chromium for the browser journeys: CHROMIUM_PATH, the one without windows (half the work), the system's, or, as root
// and in CI, the distribution's.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const WITHOUT_WINDOWS = '/usr/bin/chromium-headless-shell';
const known = [
  WITHOUT_WINDOWS,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/snap/bin/chromium',
];

export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return existsSync(given) ? given : null;
  const found = known.find(path => existsSync(path));
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall || (found && (found === WITHOUT_WINDOWS || !process.env.CI))) return found ?? null;
  console.error("Installing the distribution's Chromium for the browser tests …");
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 2],
    }).status === 0;
  apt('update', '-qq');
  const install = ['install', '-y', '-qq', '--no-install-recommends'];
  if (!apt(...install, 'chromium-headless-shell') && !found) apt(...install, 'chromium');
  return known.find(path => existsSync(path)) ?? null;
}
