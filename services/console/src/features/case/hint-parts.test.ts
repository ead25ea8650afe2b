import { eventDefinitions } from '@kaerimichi/discharge/chart';
import { expect, it } from 'vitest';
import { ja } from '../../words/ja/index.ts';
import { hintParts } from './hint-parts.ts';

it('stands beside forms that exist, with parts of a file that have a name', () => {
  const types = eventDefinitions.map(({ type }) => type);
  for (const [type, parts] of Object.entries(hintParts)) {
    expect(types).toContain(type);
    for (const part of parts) expect(Object.keys(ja)).toContain(`draftField.${part}`);
  }
});
