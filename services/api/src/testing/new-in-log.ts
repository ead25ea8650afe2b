import { withOwner } from '@kaerimichi/store';
import type { TestApi } from './start-test-api.ts';

/** Asks for rows of the access log about a kind of thing since it was asked last: person, action, what and case, oldest first. */
export function newInLog(kind: string): (api: TestApi) => Promise<string[]> {
  let logged = 0;
  return async api => {
    await api.store.log.flush();
    const text = `SELECT id::integer, person, action, what, case_id AS "caseId" FROM access_log
      WHERE starts_with(what, $1) AND id > $2 ORDER BY id`;
    const { rows } = await withOwner(api.adminUrl, client => client.query(text, [kind, logged]));
    logged = rows.at(-1)?.id ?? logged;
    return rows.map(({ person, action, what, caseId }) => [person, action, what, caseId].filter(Boolean).join(' '));
  };
}
