import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type Product, type StartOptions, startProduct } from '../product/product.ts';
import { openBrowser, type Person, signInAs } from './browser.ts';

/** The program and a browser; both are there from the first hook that stands below. */
export type Program = {
  readonly url: string;
  readonly product: Product;
  readonly browser: Browser;
  /** A person in a browser of their own. */
  signIn(identifier: string, options?: Parameters<typeof signInAs>[3]): Promise<Person>;
  /** Ends the program and starts it anew on the same data and port; from `now` on, an instant, or as it is. */
  restart(now?: string): Promise<void>;
};

/** Opens the program and a browser before the tests of a file, or of a `describe`, and closes both after them. */
export function openProgram(options: StartOptions = {}): Program {
  let product: Product | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    product = await startProduct(options);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await product?.remove();
  });
  const opened = <Part>(part: Part | undefined): Part => {
    if (part === undefined) throw new Error('the program is opened in beforeAll: not before');
    return part;
  };
  return {
    get url() {
      return opened(product).url;
    },
    get product() {
      return opened(product);
    },
    get browser() {
      return opened(browser);
    },
    signIn: (identifier, context = {}) => signInAs(opened(browser), opened(product).url, identifier, context),
    restart: async now => {
      const { dataDir, url, stop } = opened(product);
      await stop();
      product = await startProduct({
        ...{ ...options, dataDir, port: Number(new URL(url).port) },
        ...(now && { env: { ...options.env, NOW: now } }),
      });
    },
  };
}
