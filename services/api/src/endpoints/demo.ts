import {
  demoEndpoints,
  type DemoHappening as ToldHappening,
  type DemoDayStep as ToldStep,
  type DemoStory as ToldStory,
} from '@kaerimichi/contracts';
import { type Language, tokyoDay } from '@kaerimichi/discharge';
import { sessionCookie } from '@kaerimichi/runtime';
import { implement } from '../implement.ts';
import { implementOnce } from '../implement-once.ts';
import { hashPassword } from '../password.ts';
import type { ApiPorts, DemoDayStep as DayPlayed, DemoDesk, DemoHappening, DemoStory } from '../ports.ts';
import { slowDown } from '../slow-down.ts';
import { clicks, looks, takesTurns } from '../takes-turns.ts';
import { describeMe, endSession, logSession } from './session.ts';
import { enterWall } from './wall.ts';

/** The start page of the invented world: be somebody by a click, have the next thing happen, begin anew. */
export function demoImplementations(ports: ApiPorts, desk: DemoDesk) {
  const turns = takesTurns(ports.clock, clicks);
  const { store, clock, settings } = ports;
  return [
    looking(ports, desk),
    implement(ports, demoEndpoints.signIn, async ({ who: before, body, address, meta }, cookie) => {
      const until = turns.take(address);
      if (until) return slowDown(until, clock.now());
      const role = desk.roles.find(({ identifier }) => identifier === body.identifier);
      if (!role) return { ok: false, refusal: { code: 'not-found' } };
      const opened = await store.sessions.open(role.membership);
      if (!opened) return { ok: false, refusal: { code: 'not-permitted', detail: shutOut } };
      const { requestId } = meta;
      logSession(ports, { action: 'signIn', what: 'session', requestId }, opened.signedIn.viewer);
      cookie(sessionCookie(opened.token, settings.isSecure));
      // As with a password: the browser keeps one cookie, and nobody could end the other's session any more.
      if (before) await endSession(ports, before, requestId);
      await store.signIn.noteSuccess({ identifier: role.identifier, address, person: role.id });
      return { ok: true, answer: await describeMe(ports, opened.signedIn) };
    }),
    implement(ports, demoEndpoints.wall, async ({ address, meta: { requestId } }, cookie) => {
      const until = turns.take(address);
      if (until) return slowDown(until, clock.now());
      const { id, pin, ...screen } = desk.wall;
      // The world may have begun anew, without it.
      if (!(await store.screens.find(id)))
        await store.screens.make({ ...screen, id, pinHash: await hashPassword(pin) });
      return enterWall(ports, { opened: await store.screens.openById(id), requestId, cookie });
    }),
    implementOnce(ports, demoEndpoints.next, async ({ meta, address }) => {
      const until = turns.take(address);
      if (until) return slowDown(until, clock.now());
      const { happened, story } = await desk.goOn(meta.requestId);
      const { language } = meta;
      return {
        ok: true,
        answer: { happened: happened && told(happened, language), story: toldStory(story, language) },
      };
    }),
    ...(desk.rehearsal ? [pushing(ports, desk.rehearsal, turns), playing(ports, desk.rehearsal, turns)] : []),
    beginning(ports, desk, turns),
  ];
}

type Turns = ReturnType<typeof takesTurns>;

const pushing = (ports: ApiPorts, rehearsal: NonNullable<DemoDesk['rehearsal']>, turns: Turns) =>
  implementOnce(ports, demoEndpoints.push, async ({ body, address }) => {
    const until = turns.take(address);
    if (until) return slowDown(until, ports.clock.now());
    return { ok: true, answer: { today: await rehearsal.push(body.to) } };
  });

const playing = (ports: ApiPorts, rehearsal: NonNullable<DemoDesk['rehearsal']>, turns: Turns) =>
  implementOnce(ports, demoEndpoints.day, async ({ body, address, meta: { requestId, language } }) => {
    const until = turns.take(address);
    if (until) return slowDown(until, ports.clock.now());
    if (!rehearsal.days.some(({ id }) => id === body.day)) return { ok: false, refusal: { code: 'not-found' } };
    return { ok: true, answer: toldStep(await rehearsal.play(body.day, requestId), language) };
  });

const beginning = (ports: ApiPorts, desk: DemoDesk, turns: Turns) =>
  implementOnce(ports, demoEndpoints.reset, async ({ address }, cookie) => {
    const until = turns.take(address);
    if (until) return slowDown(until, ports.clock.now());
    const tooSoon = await desk.reset();
    if (tooSoon) return slowDown(tooSoon.notBefore, ports.clock.now());
    cookie(sessionCookie('', ports.settings.isSecure));
    return { ok: true, answer: { seededOn: await desk.seededOn() } };
  });

const looking = (ports: ApiPorts, desk: DemoDesk) => {
  const turns = takesTurns(ports.clock, looks);
  return implement(ports, demoEndpoints.start, async ({ meta: { language }, address }) => {
    const until = turns.take(address);
    if (until) return slowDown(until, ports.clock.now());
    return {
      ok: true,
      answer: {
        roles: desk.roles.map(({ membership: _own, first, ...role }) => ({ ...role, first: first[language] })),
        story: toldStory(await desk.story(), language),
        seededOn: await desk.seededOn(),
        today: tokyoDay(ports.clock.now()),
        aheadDays: desk.rehearsal?.aheadDays() ?? null,
        days: (desk.rehearsal?.days ?? []).map(({ id, title, about }) => ({
          id,
          title: title[language],
          about: about[language],
        })),
      },
    };
  });
};

const shutOut =
  'この人はいまログインできません（所属か登録が止められています）。デモをはじめに戻すと使えます。 / This person cannot sign in now: somebody ended the membership or the account. Begin the demo anew to use it again.';

const told = ({ what, ...rest }: DemoHappening, language: Language): ToldHappening => ({
  ...rest,
  what: what[language],
});

const toldStep = ({ step, leftOut, ...rest }: DayPlayed, language: Language): ToldStep => ({
  ...rest,
  step: step && {
    ...{ what: step.what[language], look: step.look[language] },
    happened: step.happened.map(one => told(one, language)),
    refused: step.refused && {
      ...told(withoutWhy(step.refused), language),
      why: step.refused.why.map(why => why[language]),
    },
  },
  leftOut: leftOut.map(({ why, ...child }) => ({ ...child, why: why[language] })),
});

const withoutWhy = ({ no, child, who, what }: DemoHappening): DemoHappening => ({ no, child, who, what });

const toldStory = ({ next, stopped, ...rest }: DemoStory, language: Language): ToldStory => ({
  ...rest,
  next: next && told(next, language),
  stopped: stopped.map(({ why, ...child }) => ({ ...child, why: why[language] })),
});
