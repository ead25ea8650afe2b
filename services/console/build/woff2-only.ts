import type { Plugin } from 'vite';

/** Drops the woff twins of the bundled fonts: every browser we support reads woff2, and they would double the build. */
export function woff2Only(): Plugin {
  return {
    name: 'woff2-only',
    enforce: 'pre',
    transform(code, id) {
      if (!/@fontsource.*\.css/.test(id)) return null;
      return { code: code.replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, ''), map: null };
    },
  };
}
