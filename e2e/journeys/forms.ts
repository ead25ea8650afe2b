import type { Locator, Page } from 'playwright-core';

export type Fields = Readonly<Record<string, unknown>>;

const idOf = (path: string) => `field-${path.replaceAll('.', '-')}`;

/** Fills one field by what it is on the page: list, radio, boxes, rows, text. */
async function fillField(page: Page, path: string, value: unknown): Promise<void> {
  if (Array.isArray(value) && typeof value[0] === 'object') return fillRows(page, path, value as Fields[]);
  if (Array.isArray(value)) {
    for (const item of value) await page.locator(`input[name="${idOf(path)}"][value="${item}"]`).check();
    return;
  }
  const choice = page.locator(`input[name="${idOf(path)}"][value="${value}"]`);
  const field = page.locator(`[id="${idOf(path)}"]`);
  await field.or(choice).first().waitFor();
  if ((await choice.count()) > 0) return choice.check();
  const isList = await field.evaluate(element => element.tagName === 'SELECT');
  if (isList) await field.selectOption(String(value));
  else await field.fill(String(value));
}

async function fillRows(page: Page, path: string, rows: readonly Fields[]): Promise<void> {
  for (const [n, row] of rows.entries()) {
    const group = page.locator(`[id="${idOf(path)}"]`);
    if ((await group.locator(':scope > * li, :scope li.form-part').count()) <= n)
      await group
        .getByRole('button', { name: /加える|追加/ })
        .last()
        .click();
    for (const [name, value] of Object.entries(row)) await fillField(page, `${path}.${n}.${name}`, value);
  }
}

/** Records one event in the browser, by its form; answers when the case page is back. */
export async function record(page: Page, caseUrl: string, type: string, fields: Fields = {}): Promise<void> {
  await page.goto(`${caseUrl}/record/${type}`);
  const submit: Locator = page.locator('main form button[type="submit"]');
  await submit.waitFor();
  for (const [name, value] of Object.entries(fields)) await fillField(page, name, value);
  await submit.click();
  await page
    .waitForURL(url => url.pathname === new URL(caseUrl).pathname, { timeout: 10_000 })
    .catch(async fault => {
      throw new Error(`${type} was not recorded: ${(await page.locator('main').innerText()).slice(0, 600)}\n${fault}`);
    });
}
