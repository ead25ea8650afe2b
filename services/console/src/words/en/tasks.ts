/** Words of My tasks. */
export const tasks = {
  'task.counts':
    '{n, plural, one {# thing} other {# things}} to do ({turns, plural, one {# case is} other {# cases are}} your turn)',
  'task.doors': 'What is no case yet',
  'taskGroup.overdue': 'Overdue',
  'taskGroup.soon': 'Today and within 7 days',
  'taskGroup.other': 'Others',
  'taskGroup.given': 'Given to others',
  'task.assign': 'Give to somebody',
  'task.assignName': 'Give to somebody: {no} {what}',
  'task.moveDue': 'Move the date',
  'task.moveDueName': 'Move the date: {no} {what}',
  'task.none': 'There is nothing for you to do now. Cases that wait for others are on the board.',
  'task.more': 'There are more. They appear here as you work through these.',
  'task.since': 'for {days}\u00a0d',
  'task.named': 'Owner: {name}',
} as const;
