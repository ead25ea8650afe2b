import { describePathway } from '@kaerimichi/discharge/chart';
import { expect, it } from 'vitest';
import { ja } from '../../words/ja/index.ts';
import { createSpeech } from '../../words/words.ts';
import { columnName, stagePlace } from './stage-place.ts';

const pathway = describePathway();
const speech = createSpeech(ja, 'ja', {});

it.each([
  ['screening', '受付(依頼・スクリーニング)'],
  ['familyInterview', 'アセスメント(家族面談)'],
  ['jointConference', '共同カンファ'],
  ['closed.completed', '終了'],
  ['nowhere', 'nowhere'],
])('%s is named by its column, and by itself where that is called otherwise', (stage, place) => {
  expect(stagePlace(pathway, stage, speech)).toBe(place);
});

it('names the column to which a stage belongs', () => {
  expect(columnName(pathway, 'familyInterview', speech)).toBe('アセスメント');
  expect(columnName(pathway, 'nowhere', speech)).toBeUndefined();
});
