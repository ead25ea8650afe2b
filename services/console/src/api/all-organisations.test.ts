import { expect, it } from 'vitest';
import { allOrganisations } from './all-organisations.ts';
import type { Api } from './api.ts';

const organisation = (id: string) => ({ id, kind: 'clinic', name: id, gives: [] });

it('asks for one page after the other, until there is none', async () => {
  const asked: unknown[] = [];
  const pages = [
    { organisations: [organisation('a'), organisation('b')], next: 'b' },
    { organisations: [organisation('c')], next: null },
  ];
  const call = async (_to: unknown, { query }: { query: unknown }) => {
    asked.push(query);
    return pages[asked.length - 1];
  };
  const { organisations } = await allOrganisations({ call: call as Api['call'] });
  expect(organisations.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(asked).toEqual([{}, { after: 'b' }]);
});
