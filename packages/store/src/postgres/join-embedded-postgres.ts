import { credentialsIn } from './credentials.ts';
import { placeIn } from './place.ts';
import { type DatabaseUrls, prepareRoles, urlsOf } from './prepare-roles.ts';
import { adoptServer } from './run-server.ts';
import { openServerLog } from './server-log.ts';

/**
 * The addresses of an embedded database that another かえりみち of this data folder is running, for reading beside it;
 * null when none runs. Takes no lock, starts and stops nothing.
 *
 * @throws StartRefused when what runs there is not this folder's database
 */
export async function joinEmbeddedPostgres(dataDir: string): Promise<DatabaseUrls | null> {
  const place = placeIn(dataDir);
  const running = await adoptServer(place, openServerLog(place.base));
  if (running === null) return null;
  const passwords = credentialsIn(place.base, true);
  await prepareRoles(place, running.port, passwords);
  return urlsOf(running.port, passwords);
}
