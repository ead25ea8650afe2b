import type { Page } from 'playwright-core';
import { visit } from './screen-scan.ts';

export type Layer = { readonly name: string; readonly at: string; readonly open: (page: Page) => unknown };

/** Each thing that opens over a page: where it is, how it opens. */
export const layersOf = (caseId: string): readonly Layer[] => [
  { name: 'filters', at: '/board', open: page => page.locator('[aria-controls="board-filters"]').click() },
  { name: 'views', at: '/board', open: page => page.locator('#board-views').click() },
  {
    name: 'columns of the list',
    at: '/board/list',
    open: page => page.getByRole('button', { name: '列を選ぶ' }).click(),
  },
  {
    name: 'side sheet',
    at: '/board',
    open: page => page.locator(`[data-case="${caseId}"] .card-link`).click(),
  },
  { name: 'moves', at: '/board', open: page => page.locator(`[data-case="${caseId}"] .card-move`).click() },
  { name: 'menu', at: '/help', open: page => page.locator('.menu > button').click() },
  { name: 'search results', at: '/help', open: page => page.locator('#search-field').fill('K-0') },
  {
    name: 'keys',
    at: '/help',
    open: async page => {
      await page.locator('h1').click();
      await page.keyboard.press('?');
    },
  },
  {
    name: 'handover',
    at: '/tasks',
    open: page => page.getByRole('button', { name: '担当をまとめて引き継ぐ' }).click(),
  },
  { name: 'away', at: '/tasks', open: page => page.getByRole('button', { name: '休みの間の代理' }).click() },
  { name: 'calendar', at: '/cases/new', open: page => page.locator('.day-field-button').first().click() },
  {
    name: 'drawing',
    at: `/cases/${caseId}/path`,
    open: page => page.getByRole('button', { name: '図', exact: true }).click(),
  },
];

export async function openLayer(page: Page, layer: Layer): Promise<void> {
  await visit(page, layer.at);
  await layer.open(page);
  await isOpen(page);
}

/** Waits until something lies over the page, or what was asked for is found. */
export const isOpen = (page: Page): Promise<void> =>
  page.locator('[role=dialog], [role=option], .result, .filter-panel, .menu-panel, .chart').first().waitFor();
