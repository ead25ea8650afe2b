import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { openProgram } from './open-program.ts';
import { axeFindings, isDrawn, sidewaysScroll } from './screen-scan.ts';

const program = openProgram();

const onPhone = (identifier: string) =>
  program.signIn(identifier, { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });

/** In the demo they take part somewhere; here they come to an organisation that takes part in nothing. */
async function moveTo(organisations: Readonly<Record<string, string>>): Promise<void> {
  const client = new pg.Client({ connectionString: program.product.connection() });
  await client.connect();
  for (const [person, org] of Object.entries(organisations))
    await client.query('UPDATE membership SET org_id = $2 WHERE person_id = $1', [person, org]);
  await client.end();
}

describe('the first page', () => {
  it.each([
    ['school@demo', 3, '/tasks'],
    ['planner@demo', 2, '/tasks'],
    ['phn@demo', 1, '/tasks'],
    ['vendor@demo', 1, '/tasks'],
    ['hvn@demo', 7, '/today'],
  ] as const)('of %s shows the children that families shared: %i', async (identifier, count, landing) => {
    const { page, context, errors } = await onPhone(identifier);
    expect(new URL(page.url()).pathname).toBe(landing);
    await isDrawn(page);
    await page.goto(`${program.url}/board/list`);
    await page.locator('.list-item[data-case]').first().waitFor();
    expect(await page.locator('.list-item[data-case]').count()).toBe(count);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    expect(await axeFindings(page)).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('of a case tells a school that the way on is not for its role, never that there is none', async () => {
    const { page, context } = await onPhone('school@demo');
    await page.goto(`${program.url}/board`);
    const id = await page.locator('[data-case]').first().getAttribute('data-case');
    await page.goto(`${program.url}/cases/${id}/facts`);
    const next = page.locator('.three-facts > div', { hasText: '次にすること' }).locator('dd');
    expect(await next.innerText()).toBe('役割の範囲外');
    await page.getByText('あなたの役割(学校・園)には表示されません').first().waitFor();
    expect(await page.getByText('同意の範囲外').count()).toBe(0);
    await context.close();
  });

  describe('where there is no child yet', () => {
    beforeAll(() => moveTo({ 'demo-school': 'org-hibari', 'demo-planner': 'org-nijiiro', 'demo-phn': 'org-yokohama' }));
    it.each(['school@demo', 'planner@demo', 'phn@demo', 'hvn2@demo'])(
      'of %s says what this role can do here, without a button that does nothing',
      async identifier => {
        const { page, context, errors } = await onPhone(identifier);
        await page.getByText('がいまできること').waitFor();
        await isDrawn(page);
        expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
        expect(await axeFindings(page)).toEqual([]);
        expect(await page.locator('main button:disabled, main [aria-disabled="true"]').count()).toBe(0);
        expect(errors).toEqual([]);
        await context.close();
      },
    );
  });
});
