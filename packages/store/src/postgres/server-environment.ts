/** Environment of initdb and postgres: nothing of the caller's PG… variables, and messages in English, which we read. */
export function serverEnvironment(): Record<string, string> {
  const path = process.env.PATH;
  return { LC_ALL: 'C', LANG: 'C', TZ: 'UTC', ...(path === undefined ? {} : { PATH: path }) };
}
