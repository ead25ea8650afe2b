import type { Locator, Page } from 'playwright-core';

export type Fields = Readonly<Record<string, unknown>>;

type Wanted = { readonly value?: string; readonly label?: string | RegExp; readonly index?: number };

/** Chooses one of a list that opens, or of a long one that is searched, as which it may come once all is loaded. */
export async function choose(field: Locator, wanted: Wanted): Promise<void> {
  await field.waitFor();
  const isSearched = async () => (await field.getAttribute('role')) === 'combobox';
  if (!(await isSearched())) {
    const { label, ...others } = wanted;
    const named = label === undefined ? others : { label: await labelIn(field, label) };
    const chosen = field.selectOption(named, { timeout: 3_000 });
    const fault = await chosen.then(
      () => null,
      (fault: unknown) => fault,
    );
    if (fault === null) return;
    if (!(await isSearched())) throw fault;
  }
  await field.click();
  const options = field.locator('xpath=..').getByRole('option');
  const { value, label, index = 1 } = wanted;
  const meant =
    value !== undefined
      ? field.locator(`xpath=..`).locator(`[role="option"][data-value="${value}"]`)
      : label !== undefined
        ? options.filter({ hasText: label })
        : options.nth(index - 1);
  await meant.first().click();
}

/** The whole label of the option of a select that has these words. */
async function labelIn(field: Locator, label: string | RegExp): Promise<string> {
  const option = field.locator('option').filter({ hasText: label }).first();
  await option.waitFor({ state: 'attached' });
  return (await option.innerText()).trim();
}

/** Types as an input method does: what it holds step by step, the last of which is taken. */
export async function compose(field: Locator, steps: readonly string[]): Promise<void> {
  await field.focus();
  await field.press('End');
  const method = await field.page().context().newCDPSession(field.page());
  for (const text of steps)
    await method.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await method.send('Input.insertText', { text: steps.at(-1) ?? '' });
  await method.detach();
}

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
  const isList = await field.evaluate(
    element => element.tagName === 'SELECT' || element.getAttribute('role') === 'combobox',
  );
  if (isList) await choose(field, { value: String(value) });
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
