import { type Rights, readsWhole } from '@kaerimichi/access';
import { rowTextName } from '@kaerimichi/discharge';
import { z } from 'zod';
import type { CaseStore, LoadedCase } from './ports.ts';

type Items = LoadedCase['facts']['actionItems'];

/** What was written of action items when they were agreed on, by id; an item of which nothing was has none. */
export async function itemTexts(
  store: Pick<CaseStore, 'listTexts'>,
  caseId: string,
  items: Items,
): Promise<Readonly<Record<string, string>>> {
  const rows = items.length > 0 ? await store.listTexts(caseId, [...new Set(items.map(({ seq }) => seq))]) : [];
  const ids = new Map(items.map(({ id }) => [rowTextName('actionItems', id, 'what'), id]));
  const written = rows.flatMap(({ body }) => Object.entries(texts.safeParse(body).data ?? {}));
  return Object.fromEntries(
    written.flatMap(([name, text]) => {
      const id = ids.get(name);
      return id !== undefined && typeof text === 'string' ? [[id, text]] : [];
    }),
  );
}

/** The same for whoever reads the plan as a whole, in which they stand. */
export const itemTextsFor = (store: Pick<CaseStore, 'listTexts'>, { id, facts }: LoadedCase, rights: Rights) =>
  itemTexts(store, id, readsWhole(rights, 'plan') ? facts.actionItems : []);

const texts = z.record(z.string(), z.unknown());
