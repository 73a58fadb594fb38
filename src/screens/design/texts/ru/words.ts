import { counter, inflector } from '../plural.ts'

/** «3 записи»: a number with its word. */
export const count = counter('ru')
/** The word alone. */
export const inflect = inflector('ru')
export const entries = (n: number) => count(n, { one: 'запись', few: 'записи', other: 'записей' })
/** «3 записи ждут» */
export const wait = (n: number) => count(n, { one: 'запись ждёт', few: 'записи ждут', other: 'записей ждут' })
export const attempts = (n: number) => count(n, { one: 'попытка', few: 'попытки', other: 'попыток' })
