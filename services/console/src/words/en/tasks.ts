/** Words of My tasks. */
export const tasks = {
  'nav.tasks': 'My tasks',
  'nav.tasksTurn': 'My tasks, {n} waiting for you',
  'taskGroup.overdue': 'Overdue',
  'taskGroup.soon': 'Today and within 7 days',
  'taskGroup.other': 'Others',
  'task.none': 'There is nothing for you to do now. Cases that wait for others are on the board.',
  'task.more': 'There are more. They appear here as you work through these.',
  'task.since': 'for {days}\u00a0d',
  'task.named': 'Owner: {name}',
} as const;
