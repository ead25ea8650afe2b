import * as course from '../chapters/courses.ts';
import * as ward from '../chapters/in-hospital.ts';
import * as way from '../chapters/on-the-way.ts';
import { type Course, YOUNG } from './course.ts';
import { perhapsHold, perhapsNote } from './waiting.ts';

export const intake: Course = {
  ages: YOUNG,
  still: [0, 3],
  write(script, { nurse }, { draw }) {
    script.tell(nurse, 'referral.received', { source: draw.of(['ward', 'nicu', 'otherHospital']) });
    if (draw.in100(50)) script.tell(nurse, 'factors.recorded', { factors: ['medicalProcedures'] });
  },
};

export const beforeInterview: Course = {
  ages: YOUNG,
  still: [0, 4],
  write(script, cast, { draw }) {
    ward.screening(script, cast);
    script.wait(draw.between(1, 4));
    const outcome = draw.of(['held', 'attempted']);
    script.tell(cast.nurse, 'interview.held', { outcome, note: '面会の時間に話を聞いた。' });
  },
};

export const beingPlanned: Course = {
  ages: YOUNG,
  still: [0, 5],
  write(script, cast, { care, draw }) {
    course.upToPlan(script, cast);
    script.tell(cast.nurse, 'interview.completed');
    script.wait(1);
    const attended = ['attendingDoctor', 'dischargeNurse', 'wardNurse'];
    script.tell(cast.nurse, 'inHouseConference.held', { attended });
    if (draw.in100(60)) ward.writePlan(script, cast, care);
    perhapsHold(script, cast, draw, ['familyDecision', 'meetingDate', 'clinicalChange', 'familyCircumstances']);
  },
};

export const asking: Course = {
  ages: YOUNG,
  still: [0, 8],
  write(script, cast, { care, draw }) {
    course.upToPreparation(script, cast, care);
    ward.enquiries(script, cast);
    perhapsNote(script, cast, draw);
    perhapsHold(script, cast, draw, ['awaitingReply', 'noVisitingNurse', 'publicScheme']);
  },
};

export const learning: Course = {
  ages: YOUNG,
  still: [0, 7],
  write(script, cast, { care, draw }) {
    course.upToAnswers(script, cast, care);
    script.wait(5);
    const [first] = care.needs;
    script.tell(cast.ward, 'skill.assessed', { procedure: 'resuscitation', caregiver: 'mother', level: 4 });
    script.tell(cast.ward, 'skill.assessed', {
      procedure: 'resuscitation',
      caregiver: 'father',
      level: draw.between(1, 3),
    });
    if (first === 'oxygen' || draw.in100(40)) ward.equipment(script, cast, care.needs);
    perhapsNote(script, cast, draw);
    perhapsHold(script, cast, draw, ['training', 'equipment', 'familyCircumstances', 'housing']);
  },
};

export const prepared: Course = {
  ages: YOUNG,
  still: [0, 5],
  write(script, cast, { care, draw }) {
    course.upToStay(script, cast, care);
    if (draw.in100(40))
      ward.trialStay(script, cast, { result: 'problems', problems: '夜間のアラームが続き、早めに戻った。' });
    perhapsNote(script, cast, draw);
    perhapsHold(script, cast, draw, ['meetingDate', 'housing', 'publicScheme']);
  },
};

export const awayFromWard: Course = {
  ages: YOUNG,
  still: [0, 1],
  write(script, cast, { care }) {
    course.upToStay(script, cast, care);
    ward.beginStay(script, cast, { nights: 2 });
  },
};

export const convened: Course = {
  ages: YOUNG,
  still: [0, 3],
  write(script, cast, { care, draw }) {
    course.upToConference(script, cast, care);
    perhapsHold(script, cast, draw, ['meetingDate', 'familyCircumstances']);
  },
};

export const conferred: Course = {
  ages: YOUNG,
  still: [0, 5],
  write(script, cast, { care, draw }) {
    course.upToMinutes(script, cast, care);
    perhapsNote(script, cast, draw);
  },
};

export const handedOver: Course = {
  ages: YOUNG,
  still: [0, 4],
  write(script, cast, { care, draw }) {
    course.upToHandoff(script, cast, care);
    if (draw.in100(40))
      script.tell(cast.station.by, 'handoff.asked', {
        handoffId: 'h1',
        questionId: 'q1',
        section: draw.of(['breathing', 'deviceSettings', 'nutrition', 'medicines']),
        question: draw.of([
          '吸引圧の設定を教えてください。',
          '白湯の量と回数を確かめたいです。',
          '物品はどこから届きますか。',
        ]),
      });
    perhapsHold(script, cast, draw, ['awaitingReply', 'equipment', 'clinicalChange']);
  },
};

export const accepted: Course = {
  ages: YOUNG,
  still: [0, 2],
  write(script, cast, { care }) {
    course.upToHandoff(script, cast, care);
    script.wait(1);
    way.acceptHandoff(script, cast, { visitInDays: 7 });
  },
};

export const atTheDoor: Course = {
  ages: YOUNG,
  still: [0, 2],
  write: (script, cast, { care }) => course.upToDoor(script, cast, care),
};
