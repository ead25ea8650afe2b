import { describe, expect, it } from 'vitest';
import { screens } from '../../app/screens.tsx';
import { help } from '../../words/ja/help.ts';
import { topicOf } from './topic-of.ts';

const said: Readonly<Record<string, string | undefined>> = help;

describe('the how-to of a screen', () => {
  it.each(screens.map(({ path }) => path).filter(path => path !== '/help'))('is there for %s', path => {
    const topic = topicOf(path.replaceAll(/:\w+\??/g, 'x'));
    expect(topic).not.toBeNull();
    expect(said[`howTo.${topic}`]).toBeDefined();
  });

  it('is of the nearest screen', () => {
    expect(topicOf('/cases/new')).toBe('register');
    expect(topicOf('/cases/c1/record/note.added')).toBe('record');
    expect(topicOf('/cases/c1/facts')).toBe('case');
    expect(topicOf('/board/list')).toBe('boardList');
    expect(topicOf('/help')).toBeNull();
  });
});
