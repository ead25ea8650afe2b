import * as home from '../chapters/at-home.ts';
import { upToAnswers, upToHome, upToPlan } from '../chapters/courses.ts';
import * as ward from '../chapters/in-hospital.ts';
import { stable } from './at-home-courses.ts';
import { BELOW_TWELVE, type Course, YOUNG } from './course.ts';

const LONG_AGO = [6, 420] as const;

/** Half a year at home and longer, and nothing left to do. */
export const completed: Course = {
  ages: BELOW_TWELVE,
  still: LONG_AGO,
  write(script, cast, telling) {
    stable.write(script, cast, telling);
    script.wait(20);
    script.tell(cast.nurse, 'case.completed', { note: '地域の支援に引き継いだ。' });
  },
};

/** Eighteen soon: every service has found its place with grown-ups. */
export const grownUp: Course = {
  ages: [180, 200],
  still: LONG_AGO,
  write(script, cast, telling) {
    stable.write(script, cast, telling);
    script.wait(10);
    home.openAdult(script, cast);
    script.wait(30);
    home.mapService(script, cast, 'neurology', 'seen');
    script.tell(cast.nurse, 'adult.visitHeld', { service: 'neurology' });
    script.wait(60);
    home.mapService(script, cast, 'neurology', 'transferred');
    script.tell(cast.nurse, 'adult.transferred', { note: '成人科の外来が2回続いた。' });
    script.wait(14);
    script.tell(cast.nurse, 'case.completed');
  },
};

export const notNeeded: Course = {
  ages: YOUNG,
  still: LONG_AGO,
  write(script, cast) {
    script.tell(cast.nurse, 'referral.received', { source: 'ward' });
    script.tell(cast.nurse, 'factors.recorded', { factors: [] });
    script.wait(1);
    script.tell(cast.nurse, 'case.closed', { how: 'noSupportNeeded', reason: '医療的ケアがなくなった。' });
  },
};

const closing =
  (how: string, reason: string): Course['write'] =>
  (script, cast, { care }) => {
    upToAnswers(script, cast, care);
    script.wait(12);
    script.tell(cast.nurse, 'case.closed', { how, reason });
  };

export const withdrawn: Course = {
  ages: YOUNG,
  still: LONG_AGO,
  write(script, cast) {
    upToPlan(script, cast);
    script.wait(6);
    script.tell(cast.nurse, 'case.closed', {
      how: 'withdrawn',
      reason: '家族の希望により、支援を受けないこととした。',
    });
  },
};

export const toFacility: Course = {
  ages: YOUNG,
  still: LONG_AGO,
  write: closing('facility', '療育園への入所が決まった。'),
};

export const toHospital: Course = {
  ages: YOUNG,
  still: LONG_AGO,
  write: closing('transferredToHospital', '県外の実家に近い病院へ転院した。'),
};

export const movedAway: Course = {
  ages: YOUNG,
  still: LONG_AGO,
  write(script, cast, { care }) {
    upToHome(script, cast, care);
    home.firstVisit(script, cast);
    home.followUps(script, cast, 2);
    script.wait(15);
    script.tell(cast.nurse, 'case.closed', { how: 'movedOut', reason: '父の転勤で県外へ転居した。' });
  },
};

/** The family is not left alone afterwards. */
export const died: Course = {
  ages: BELOW_TWELVE,
  still: [60, 420],
  write(script, cast, { care }) {
    upToAnswers(script, cast, care);
    ward.training(script, cast, care.needs);
    script.wait(16);
    script.tell(cast.doctor, 'child.died', { place: 'hospital' });
    script.wait(14);
    script.tell(cast.nurse, 'grief.contacted', { note: '母と電話で話した。' });
    script.wait(40);
    script.tell(cast.nurse, 'grief.closed');
  },
};
