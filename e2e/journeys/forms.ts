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

/** Fills the fields of the form that is open. */
export async function fill(page: Page, fields: Fields): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await fillField(page, name, value);
}

/** Records one event as a person does: from the list of what can be recorded, by its form, back to the case page. */
export async function record(page: Page, caseUrl: string, type: string, fields: Fields = {}): Promise<void> {
  const { pathname } = new URL(caseUrl);
  if (new URL(page.url()).pathname !== pathname) await page.goto(caseUrl);
  await page.locator(`.tabs a[href="${pathname}/record"]`).click();
  // What is often recorded stands there twice.
  await page.locator(`.record-list a[href="${pathname}/record/${type}"]`).first().click();
  const submit: Locator = page.locator('main form button[type="submit"]');
  await submit.waitFor();
  await fill(page, fields);
  await submit.click();
  // What has consequences is asked about once.
  if (await page.locator('.move-sure').isVisible()) await submit.click();
  await page
    .waitForURL(url => url.pathname === pathname, { timeout: 10_000 })
    .catch(async fault => {
      throw new Error(`${type} was not recorded: ${(await page.locator('main').innerText()).slice(0, 600)}\n${fault}`);
    });
}
