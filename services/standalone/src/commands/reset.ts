import { readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readEnvironment } from '@kaerimichi/runtime';
import { refuseWhileRunning, removeEmbeddedPostgres } from '@kaerimichi/store';
import { sayRefusal } from '../say-refusal.ts';

const environment = readEnvironment(process.env);
if ('faults' in environment || !environment.isEmbedded) {
  console.error(
    '組み込みのデータベース（DATA_DIR）だけを消せます。ほかの PostgreSQL は、その道具で空にしてください。\nreset removes the embedded database of DATA_DIR; another PostgreSQL is emptied with its own tools.',
  );
  process.exit(1);
}

const folder = environment.DATA_DIR;
try {
  // Not after the answer: who said yes would believe it gone.
  refuseWhileRunning(folder);
  if (!process.argv.includes('--yes') && (await answerTo(question(folder))).trim() !== 'yes') {
    console.log('何も消していません。\nNothing was removed.');
    process.exit(1);
  }
  await removeEmbeddedPostgres(folder);
  // Only what is ours: the folder may hold something else.
  rmSync(join(folder, 'demo-password'), { force: true });
  if (readdirSync(folder).length === 0) rmdirSync(folder);
  console.log('消しました。次の起動で、はじめから作り直します。\nRemoved. The next start begins anew.');
} catch (fault) {
  sayRefusal(fault);
  process.exit(1);
}

function question(path: string): string {
  return `${path} のデータベースをすべて消します。元に戻せません。よければ yes と入力してください。\nEverything in the database of ${path} is removed. This cannot be undone. Type yes: `;
}

/** Empty when there is nobody to answer. */
function answerTo(asked: string): Promise<string> {
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  return new Promise(resolve => {
    asking.once('close', () => resolve(''));
    asking.question(asked, answer => {
      resolve(answer);
      asking.close();
    });
  });
}
