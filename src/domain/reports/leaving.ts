import { type ClassView, isEntry, type Movement, type Pupil } from '../school/class-view.ts'
import { shortDate } from './table.ts'

/** The pupil's last movement up to a date, when it took him out of the class on `from` or later. */
export function leavingBy(
  { movements }: Pick<ClassView, 'movements'>,
  pupil: string,
  from: string,
  date: string,
): Movement | undefined {
  const last = movements.filter((movement) => movement.pupil === pupil && movement.date <= date).at(-1)
  return last && !isEntry(last) && last.date >= from ? last : undefined
}

/** "выбыл 15.10, пр. № 31-у" */
export function leavingText({ sex }: Pick<Pupil, 'sex'>, { date, orderNo }: Movement): string {
  const left = sex === 'ж' ? 'выбыла' : 'выбыл'
  return `${left} ${shortDate(date)}${orderNo === undefined ? '' : `, пр. № ${orderNo}`}`
}
