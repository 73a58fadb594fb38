import { describe, expect, it } from 'vitest'
import { classList, classListTable } from '../../../src/domain/school/class-list.ts'
import { classOf, smallSchool } from '../reports/small-school.ts'

const source = smallSchool({
  classes: {
    '7а': {
      pupils: ['Агеев', 'Бажин', 'Вяткин'],
      movements: [
        { pupil: 'Агеев', kind: 'enrolled', date: '2025-09-01', orderNo: '40-у' },
        {
          pupil: 'Агеев',
          kind: 'left',
          date: '2025-11-12',
          place: 'СОШ № 1',
          orderNo: '52-у',
          orderDate: '2025-11-11',
        },
        { pupil: 'Вяткин', kind: 'arrived', date: '2025-10-06' },
      ],
      members: [
        { group: 'e1', pupil: 'Бажин' },
        { group: 'e2', pupil: 'Вяткин', from: '2025-10-06' },
      ],
      modes: [{ pupil: 'Бажин', mode: 'home', from: '2025-10-01', to: '2025-12-01' }],
    },
  },
})
source.school.groups.set('e1', { id: 'e1', class: '7а', subject: 'eng', name: 'Группа 1' })
source.school.groups.set('e2', { id: 'e2', class: '7а', subject: 'eng', name: 'Группа 2' })
const listed = (date: string) =>
  classList(source.school, classOf(source, '7а'), source.classes.get('7а')!, date)

describe('the list of a class', () => {
  it('numbers who is in it; who has left stands at the end without a number', () => {
    expect(listed('2025-11-12').map(({ pupil, number }) => `${number} ${pupil.id}`)).toEqual([
      '1 Бажин',
      '2 Вяткин',
      'undefined Агеев',
    ])
    expect(listed('2025-10-03').map(({ pupil, number }) => `${number} ${pupil.id}`)).toEqual([
      '1 Агеев',
      '2 Бажин',
    ])
  })

  it('tells groups, special terms and movement in the words of the paper', () => {
    const conduct = new Map([['2025-26/2,Вяткин', 'примерное']])
    const table = classListTable(
      listed('2025-11-12'),
      classOf(source, '7а'),
      { conduct },
      { period: { id: '2025-26/2', title: 'II четверть' }, date: '2025-11-12' },
    )
    expect(table.rows).toEqual([
      [1, 'Бажин Имя', null, 'Группа 1', 'обучение на дому', null, null],
      [2, 'Вяткин Имя', null, 'Группа 2', null, 'прибыл(а) 06.10.2025', 'примерное'],
      [null, 'Агеев Имя', null, null, null, 'выбыл(а) 12.11.2025, СОШ № 1, пр. 52-у от 11.11.2025', null],
    ])
    expect(table.columns.at(-1)!.title).toBe('Поведение, II четверть')
  })
})
