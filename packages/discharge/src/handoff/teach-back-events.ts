import { z } from 'zod';
import { type CaseEvent, defineFact, type Objection } from '../event.ts';
import type { CaseFacts } from '../facts.ts';
import { type Category, itemId } from '../vocabulary.ts';
import { handoffSections } from './section-list.ts';
import { addressee, afterStep, findHandoff, type Handoff, objectionTo } from './step.ts';
import { teachBack, teachBackTopics } from './teach-back.ts';

type Asked = NonNullable<Handoff['teachBack']>[number];

const topicOf = z.enum(teachBackTopics);

/** An answer is for whoever reads the section in which the right one stands. */
const categoryOf = (topic: unknown): Category =>
  handoffSections[teachBack[topicOf.safeParse(topic).data ?? 'unlikeUsual'].section].category;

const askedOf = (facts: CaseFacts, { body }: CaseEvent<{ handoffId: string; topic: string }>): Asked | undefined =>
  findHandoff(facts, body.handoffId)?.teachBack?.find(({ topic }) => topic === body.topic);

const notAsked: Objection = {
  code: 'item.unknown',
  text: { ja: 'その確認の問いは、この引き継ぎにはありません。', en: 'That question is not asked of this handoff.' },
};

const noWords: Objection = {
  code: 'teachBack.noWords',
  text: {
    ja: 'どうするかを、ひとことで書いてください。わからないときは「自信がない」を選べます。',
    en: 'Say in a few words what you would do. If you do not know, choose “not sure”.',
  },
};

/** Minutes that the batteries of this child's devices last at most, as somebody measured them; null: not measured. */
function batteryMinutes({ devices }: CaseFacts): number | null {
  const measured = devices.flatMap(({ electric, batteryMinutes: minutes }) => (electric && minutes ? [minutes] : []));
  return measured.length > 0 ? Math.min(...measured) : null;
}

/** Whoever counts on more than the shortest battery lasts has something to talk about, however sure. */
function isTooLong(facts: CaseFacts, minutes: number | undefined): boolean {
  const lasts = batteryMinutes(facts);
  return minutes !== undefined && lasts !== null && minutes > lasts;
}

const changed = (facts: CaseFacts, event: CaseEvent<{ handoffId: string; topic: string }>, to: Asked): CaseFacts => {
  const all = findHandoff(facts, event.body.handoffId)?.teachBack ?? [];
  return afterStep(facts, event, { teachBack: all.map(one => (one.topic === to.topic ? to : one)) });
};

/**
 * The receiver says in its own words what it would do. Nothing waits for the answer to be right: the text stands there to
 * be read all the time, and who is not sure accepts all the same and is talked with.
 */
const handoffTaughtBack = defineFact('handoff.taughtBack', {
  label: { ja: '引き継ぎの確認の問いに答える', en: 'Say back what was handed over' },
  reading: 'ひきつぎ の かくにん の とい に こたえる',
  told: { ja: '引き継ぎの確認の問いに答えた', en: 'Said back what was handed over' },
  category: 'plan',
  addressee,
  append: true,
  apart: ({ topic }) => {
    const category = categoryOf(topic);
    return { inOwnWords: category, minutes: category, sure: category };
  },
  body: {
    handoffId: itemId,
    topic: topicOf,
    sure: z.boolean().describe('false: 自信がない、わからない'),
    minutes: z.int().min(0).max(100_000).optional().describe('停電のとき、電池で動くと考えている時間(分)'),
  },
  texts: {
    inOwnWords: {
      label: { ja: 'どうするか(自分の言葉で)', en: 'What you would do, in your own words' },
      maxLength: 1000,
    },
  },
  objection: (facts, event) => {
    const objection = objectionTo('handoff.taughtBack', 'receiver')(facts, event);
    if (objection) return objection;
    if (!askedOf(facts, event)) return notAsked;
    return event.body.sure && event.said?.includes('inOwnWords') === false ? noWords : null;
  },
  record: (facts, event) => {
    const asked = askedOf(facts, event);
    if (!asked) return facts;
    const { check: _before, ...open } = asked;
    const { sure, minutes } = event.body;
    const answered = { ...open, said: sure ? ('sure' as const) : ('unsure' as const) };
    return changed(facts, event, isTooLong(facts, minutes) ? { ...answered, check: 'toTalk' } : answered);
  },
});

const notSaid: Objection = {
  code: 'teachBack.notSaid',
  text: { ja: 'まだ答えがありません。', en: 'There is no answer yet.' },
};

/** The sender reads what was said back: as it is, to be talked over, or talked over. */
const handoffTalkedOver = defineFact('handoff.talkedOver', {
  label: { ja: '確認の問いの答えを確かめる', en: 'Go through what was said back' },
  reading: 'かくにん の とい の こたえ を たしかめる',
  told: { ja: '確認の問いの答えを確かめた', en: 'Went through what was said back' },
  category: 'plan',
  addressee,
  apart: ({ topic }) => ({ heard: categoryOf(topic) }),
  body: { handoffId: itemId, topic: topicOf, outcome: z.enum(['agreed', 'toTalk', 'talked']) },
  texts: { heard: { label: { ja: '話したこと', en: 'What was talked over' }, maxLength: 1000 } },
  objection: (facts, event) => {
    const objection = objectionTo('handoff.talkedOver', 'sender')(facts, event);
    const asked = askedOf(facts, event);
    if (objection || !asked) return objection ?? notAsked;
    return asked.said ? null : notSaid;
  },
  record: (facts, event) => {
    const asked = askedOf(facts, event);
    return asked ? changed(facts, event, { ...asked, check: event.body.outcome }) : facts;
  },
});

export const teachBackEvents = [handoffTaughtBack, handoffTalkedOver] as const;
