import type { templates as ja } from '../ja/templates.ts';

export const templates: Record<keyof typeof ja, string> = {
  'template.insert': 'Insert an outline',
  'template.phone.title': 'Telephone call',
  'template.phone.text': 'Spoke with:\nAbout:\nAgreed:\nNext (who, by when):',
  'template.talk.title': 'Talk with the family',
  'template.talk.text': 'Present:\nWhat the family said:\nWhat was told:\nHow it was taken:\nTo be checked next:',
  'template.visit.title': 'Visit',
  'template.visit.text': 'The child:\nDevices and supplies:\nThe family:\nOther than usual:\nUntil next time:',
  'template.sbar.title': 'Handover',
  'template.sbar.text': 'Situation:\nBackground:\nAssessment:\nRequest:',
  'template.course.title': 'Course',
  'template.course.text': 'What led to it:\nCourse:\nWhat was done:\nStill open:',
  'template.why.title': 'Reason',
  'template.why.text': 'Reason:\nWhat was tried:\nWhat is done instead:\nTo be looked at again on:',
};
