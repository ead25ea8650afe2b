import * as home from '../chapters/at-home.ts';
import { upToHome } from '../chapters/courses.ts';
import { BELOW_TWELVE, type Course, YOUNG } from './course.ts';
import { perhapsNote } from './waiting.ts';

export const justHome: Course = {
  ages: YOUNG,
  still: [0, 0],
  write: (script, cast, { care }) => upToHome(script, cast, care),
};

export const beingVisited: Course = {
  ages: YOUNG,
  still: [0, 2],
  write(script, cast, { care }) {
    upToHome(script, cast, care);
    script.wait(1);
    script.tell(cast.station.by, 'firstVisit.begun');
    script.tell(cast.station.by, 'visit.recorded', {
      visitId: 'first-h1',
      side: 'station',
      differences: 1,
      findings: '酸素の延長チューブが退院時の記録より短い。',
    });
  },
};

const settled =
  (evaluations: number): Course['write'] =>
  (script, cast, { care, draw }) => {
    upToHome(script, cast, care);
    home.firstVisit(script, cast, draw.in100(30) ? 1 : 0);
    home.followUps(script, cast, evaluations);
    perhapsNote(script, cast, draw);
  };

export const firstWeeks: Course = { ages: YOUNG, still: [2, 18], write: settled(1) };
export const firstMonths: Course = { ages: YOUNG, still: [5, 50], write: settled(2) };
export const halfYear: Course = { ages: YOUNG, still: [10, 80], write: settled(3) };

/** Two of three long-known children came from the paper files, when the hospital began to work with the program. */
const FROM_PAPER = 66;

/** Years at home: the order for home nursing is renewed before it ends. */
export const stable: Course = {
  ages: BELOW_TWELVE,
  still: [3, 120],
  write(script, cast, telling) {
    if (telling.draw.in100(FROM_PAPER)) home.adoptAtHome(script, cast);
    else {
      settled(4)(script, cast, telling);
      home.settle(script, cast);
    }
    for (let left = telling.draw.between(0, 2); left > 0; left--) {
      script.wait(85);
      home.renewOrder(script, cast);
      perhapsNote(script, cast, telling.draw);
    }
  },
};

export const readmitted: Course = {
  ages: BELOW_TWELVE,
  still: [0, 5],
  write(script, cast, telling) {
    settled(2)(script, cast, telling);
    script.wait(20);
    script.tell(cast.nurse, 'readmission.begun', { planned: false, cause: '気道感染。酸素を増やして経過をみている。' });
  },
};

export const evaluated: Course = {
  ages: BELOW_TWELVE,
  still: [0, 2],
  write(script, cast, telling) {
    settled(4)(script, cast, telling);
    home.settle(script, cast);
    script.wait(30);
    home.admitForEvaluation(script, cast, { purposes: ['deviceReview', 'growth'] });
    script.wait(2);
    const result = '体重が増え、注入量と呼吸器の設定を見直した。';
    script.tell(cast.doctor, 'evaluation.recorded', { changesCare: true, result });
  },
};

/**
 * Thirteen to fifteen on the day of registration: the clock prompts at once, and the panel is opened a month after the
 * child counts as settled at home, about eight months later.
 */
export const growingUp: Course = {
  ages: [165, 190],
  still: [2, 25],
  write(script, cast, telling) {
    settled(4)(script, cast, telling);
    home.settle(script, cast);
    script.wait(30);
    home.openAdult(script, cast);
    for (const service of ['neurology', 'homeNursing']) {
      script.wait(9);
      home.mapService(script, cast, service, telling.draw.of(['candidate', 'asked']));
    }
  },
};
