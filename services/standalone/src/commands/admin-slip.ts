import { createClock } from '@kaerimichi/runtime';
import { openStore, runningAddress } from '@kaerimichi/store';
import { addressOf } from '../address-of.ts';
import { type AdminSlip, giveAdminSlip } from '../give-admin-slip.ts';
import { openBeside } from '../open-database.ts';
import { spokenInstant } from '../spoken-times.ts';
import { firstArgument, runCommand } from './run-command.ts';

const login = firstArgument('Usage: npm run admin-slip -- <login of an administrator>');

type Refused = Extract<AdminSlip, { ok: false }>['why'];

const refusals: Readonly<Record<Refused, string>> = {
  nobody: 'そのログイン名の人はいません。\nNobody has this login.',
  suspended: 'この人は停止されています。\nThis person is suspended.',
  noAdministrator:
    '管理者ではありません。組織の管理者が、画面から案内を渡せます。\nNot an administrator: an administrator of the organisation gives a slip from the screen.',
};

await runCommand(async (database, environment) => {
  const clock = createClock(environment.NOW);
  const store = await openStore({ databaseUrl: database.url, clock });
  try {
    const slip = await giveAdminSlip(store, login, clock.now());
    if (!slip.ok) {
      console.error(refusals[slip.why]);
      return 1;
    }
    const address = `${runningAddress(environment.DATA_DIR) ?? addressOf(environment, environment.PORT)}/password#${slip.token}`;
    const until = spokenInstant(slip.expiresAt);
    console.log(`パスワードを決める案内です。一度だけ、${until.ja} まで使えます。`);
    console.log(`A slip to choose a password, once, until ${until.en}:\n${address}`);
    return 0;
  } finally {
    await store.close();
  }
}, openBeside);
