/** ひな型: outlines of texts, every line of which is written on behind its colon. */
export const templates = {
  'template.insert': 'ひな型を入れる',
  'template.phone.title': '電話',
  'template.phone.text': '電話の相手:\n用件:\n決まったこと:\n次にすること(だれが・いつまでに):',
  'template.talk.title': '家族との話',
  'template.talk.text': '同席した人:\n家族の話:\n伝えたこと:\n受けとめ:\n次に確かめること:',
  'template.visit.title': '訪問・面会の様子',
  'template.visit.text': '本人の様子:\n機器と物品:\n家族の様子:\nふだんと違うところ:\n次回までに:',
  'template.sbar.title': '申し送り',
  'template.sbar.text': '状況:\n背景:\n判断:\nお願いしたいこと:',
  'template.course.title': '経過',
  'template.course.text': 'きっかけ:\n経過:\n対応:\n残っていること:',
  'template.why.title': '理由',
  'template.why.text': '理由:\n試したこと:\n代わりにすること:\n見直す日:',
} as const;
