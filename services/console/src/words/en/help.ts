/** How each screen is used, a line for each thing. */
export const help = {
  'help.thisScreen': 'Using this screen',
  'help.all': 'All of the help',
  'help.contactOf': 'Contact the administrator of {org}. If the screen shows a reference, pass it on.',
  'howTo.family': 'Shows how far things have come and what happens next.\nThe buttons of the contacts call them.',
  'howTo.inbox':
    '“Your turn” is what is new and waits for you; choosing it opens the page on which it is done.\n“Changes” is what others did in cases that you have opened.\nOpening the case, or “Read”, clears it. What is not done yet stays in My tasks.',
  'howTo.today':
    'Visits to make until today, and those ahead. Choose a PIN under “Keep on this device” and carry cards and records work without a network.',
  'howTo.outbox':
    'What was written on this device and has not reached the server. It is sent once there is a connection. Of what needs review, read why, then send it again or erase it.',
  'howTo.tasks':
    'What is due first stands first. Choosing a line opens the page on which it is done.\nReassigning and moving a date are entries of the case.\nWhat you began to type is listed under “Drafts” below.',
  'howTo.board':
    'A card opens beside the board; its “…” or the m key moves the case on.\nA blue outline is a change since you last looked; “changes since last visit” lists them.\nThe address of a filtered board can be given to somebody else as it is.',
  'howTo.boardList': 'The cases of the board as a table. A heading sorts it.',
  'howTo.handoffs': 'Handoffs received and sent. What is your turn stands first.',
  'howTo.handoff':
    'Whoever receives it reads it and confirms each section, or asks.\nWhoever sends it may save it first. What is put right after sending is a new version.',
  'howTo.referrals': 'Requests from other organisations, and those that you sent. Accepting one makes it a case.',
  'howTo.merges': 'Two cases that may be one child. Merging them takes two people.',
  'howTo.register':
    'What you know is enough, also before birth or before there is a name.\nDays may be typed as 2026/11/22, R8.11.22 or 11/22.',
  'howTo.record':
    'Fields that are not required may stay empty. What you type is kept as a draft by itself.\nCtrl+Enter records it too.\nWhat was recorded by mistake is corrected from the timeline of the case.',
  'howTo.case':
    'At the top: what is next, whose turn it is, and what it waits for.\n“Record” lists everything that can be recorded now.\n“To move on” shows what is missing, and where to record it.',
  'howTo.search':
    'By part of a number, name, kana of any kind, hospital number, last four digits of a telephone, or partner.',
  'howTo.facilities':
    'Choose the file of a public list and see first how many are new. Nothing changes before you import.',
  'howTo.imports': 'Import a file from the hospital’s record. Each child is looked at before it becomes a case.',
  'howTo.resources': 'Find places around a child by area and kind.',
  'howTo.reports': 'Counts of cases. A cell under five shows no number.',
  'howTo.house':
    'Figures for the standards of discharge support, counted from the records, for reference. Check them against your own lists and the accounts before you file anything.',
  'howTo.signIns': 'Who signed in and when. That you looked is recorded too.',
  'howTo.admin': 'People of this organisation and their roles. No child’s record is seen from here.',
  'howTo.proof':
    'What shows that the pathway holds: each stage, move, condition and deadline with how it was tried.\nA hole stands at the top. Press a row to see the way there and the way on.',
  'howTo.duty': 'Who is on duty every week and on single days. It stands among the contacts of your cases.',
  'howTo.settings': 'Takes effect at once, and on your other devices too.',
};
