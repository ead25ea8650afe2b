import type { CaseView, HistoryEvent, Transition } from '@kaerimichi/contracts';
import type { Page } from 'playwright-core';
import type { Client } from '../product/client.ts';

type Rows = { readonly columns: readonly string[]; readonly rows: readonly (readonly unknown[])[] };

/** The case of a demo child by family name. */
export async function childCalled(api: Client, familyName: string): Promise<CaseView> {
  const { columns, rows } = (await api.get<Rows>('/board')).body;
  const row = rows.find(values => String(values[columns.indexOf('name')]).startsWith(familyName));
  if (!row) throw new Error(`${familyName} is not on the board`);
  return caseNow(api, String(row[columns.indexOf('id')]));
}

export const caseNow = async (api: Client, id: string): Promise<CaseView> =>
  (await api.get<CaseView>(`/cases/${id}`)).body;

/** A child into the conference and back, so many events as fast as they are answered; answers the version at the end. */
export async function moveAbout(api: Client, { id, count }: { id: string; count: number }): Promise<number> {
  let { version } = await caseNow(api, id);
  for (let n = 0; n < count; n++) {
    const event = n % 2 === 0 ? { type: 'conference.convened' } : { type: 'move.undone', seq: version };
    const { status, body } = await api.send(id, version, event);
    if (status !== 200) throw new Error(`${event.type}: ${JSON.stringify(body)}`);
    version += 1;
  }
  return version;
}

/** Every move from here that this person may make, as the API lists it. */
export const movesOf = async (api: Client, id: string): Promise<Transition[]> =>
  (await api.get<Transition[]>(`/cases/${id}/transitions`)).body.filter(({ permitted }) => permitted);

/** Entries after a version, oldest first. */
export const eventsAfter = async (api: Client, { id, version }: { id: string; version: number }) =>
  (await api.get<{ events: HistoryEvent[] }>(`/cases/${id}/events?after=${version}`)).body.events;

/** The column in which a page shows a case. */
export const columnOf = (page: Page, id: string): Promise<string | null | undefined> =>
  page.evaluate(
    at => document.querySelector(`[data-case="${at}"]`)?.closest('[data-column]')?.getAttribute('data-column'),
    id,
  );

/** Everything that the board shows of every card, in its order: what a fresh board must show too. */
export const cardsOn = (page: Page) =>
  page.$$eval('[data-case]', cards =>
    cards.map(card => ({
      id: card.getAttribute('data-case'),
      version: card.getAttribute('data-version'),
      column: card.closest('[data-column]')?.getAttribute('data-column'),
      text: card.textContent,
      said: [...card.querySelectorAll('[aria-label], [title]')].map(part => [
        part.getAttribute('aria-label'),
        part.getAttribute('title'),
      ]),
    })),
  );
