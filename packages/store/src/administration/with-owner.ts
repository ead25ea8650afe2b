import pg from 'pg';

/** Does something on a connection of the owner's, which is closed afterwards. */
export async function withOwner<Answer>(
  adminUrl: string,
  work: (client: pg.Client) => Promise<Answer>,
): Promise<Answer> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'kaerimichi-admin' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
