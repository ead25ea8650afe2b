import { aCase, type Story } from './a-case.ts';

/** Checklists that a team shares, and notes that call one another. */
export const checkedWithTheTeam = (): Story =>
  aCase()
    .goesTo('preparing')
    .sends('dsn', 'checklist.chosen', { templates: ['everyChild', 'ventilator'], owner: 'm-ward', dueOn: '@40' })
    .sends('ward', 'checklist.itemsAdded', { checks: [{ id: 'own-1', what: '通園の車いす', section: 'supplies' }] })
    .sends('ward', 'checklist.itemSet', { checkId: 'bagMask', state: 'checkDone', evidence: 'ベッドの右' })
    .sends(
      'ward',
      'checklist.itemSet',
      { checkId: 'powerCompany', state: 'notApplicable' },
      { refused: 'check.reason' },
    )
    .sends('ward', 'checklist.itemSet', {
      checkId: 'powerCompany',
      state: 'notApplicable',
      reason: '内蔵電池で足りる',
    })
    .sends('dsn', 'task.assigned', { task: 'checklist.batteryHours', owner: 'm-dsn' })
    .sends('ward', 'note.addressed', {
      visibility: 'ownHouse',
      note: '電源を見てほしい',
      mentions: ['m-dsn', 'm-doctor'],
    })
    .sends('doctor', 'mention.answered', { seq: 2 }, { refused: 'mention.none' })
    .sends('dsn', 'note.added', { note: '見ました' });
