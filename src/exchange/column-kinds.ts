/** How the text of a field becomes a value and back. */
export interface Kind<V> {
  /** Reads a field that is not empty. */
  read(text: string): Reading<V>
  write(value: V): string
  /** What an empty field means, where that is a value too; without it an empty field holds none. */
  empty?: V
}

export type Reading<V> = { ok: true; value: V } | { ok: false; why: string }

const good = <V>(value: V): Reading<V> => ({ ok: true, value })
const bad = (why: string): { ok: false; why: string } => ({ ok: false, why })

/** Text of at most `max` letters, as it stands in the file. */
export function text<T extends string = string>(max: number): Kind<T> {
  return {
    read: (field) => (field.length <= max ? good(field as T) : bad(`длиннее ${max} знаков: сократите`)),
    write: (value) => value,
  }
}

/** Text that may as well be empty: the letter of the only class of its grade. */
export const textOrNothing = (max: number): Kind<string> => ({ ...text(max), empty: '' })

/** An id: ids are joined with commas inside the ledger, so they hold none. */
export function id(max = 120): Kind<string> {
  return {
    read: (field) => {
      if (/[,\r\n]/.test(field)) return bad(`номер «${field}» содержит запятую или перенос строки`)
      if (field.trim() === '') return bad('номер состоит из одних пробелов')
      return text(max).read(field)
    },
    write: (value) => value,
  }
}

/** A day of the calendar, `YYYY-MM-DD`. */
export const date: Kind<string> = {
  read: (field) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(field)) return bad(`дата «${field}» записана не как ГГГГ-ММ-ДД`)
    const time = Date.parse(`${field}T00:00:00Z`)
    if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== field)
      return bad(`даты «${field}» нет в календаре`)
    return good(field)
  },
  write: (value) => value,
}

/** A time of day, `HH:MM`. */
export const time: Kind<string> = {
  read: (field) =>
    /^([01]\d|2[0-3]):[0-5]\d$/.test(field) ? good(field) : bad(`время «${field}» записано не как ЧЧ:ММ`),
  write: (value) => value,
}

/** A whole number from `min` to `max`. */
export function whole(min: number, max: number): Kind<number> {
  return {
    read: (field) => {
      const value = Number(field)
      if (!/^\d+$/.test(field) || value < min || value > max)
        return bad(`«${field}» — не целое число от ${min} до ${max}`)
      return good(value)
    },
    write: String,
  }
}

/** A number from 0 to `max`; a decimal comma is read too, as Excel writes it here. */
export function number(max: number): Kind<number> {
  return {
    read: (field) => {
      const value = Number(field.replace(',', '.'))
      if (!/^\d+([.,]\d+)?$/.test(field) || value > max) return bad(`«${field}» — не число от 0 до ${max}`)
      return good(value)
    },
    write: String,
  }
}

/** One of some words. */
export function choice<const T extends string>(...words: readonly T[]): Kind<T> {
  return {
    read: (field) => {
      const word = words.find((known) => known === field)
      return word === undefined ? bad(`«${field}» — не из списка: ${words.join(', ')}`) : good(word)
    },
    write: (value) => value,
  }
}

/** 1 or 0. */
export const flag: Kind<boolean> = {
  read: (field) => (field === '1' || field === '0' ? good(field === '1') : bad(`«${field}» — не 1 и не 0`)),
  write: (value) => (value ? '1' : '0'),
}

/** Words with spaces between them; none at all is a value. */
export function choices<const T extends string>(...words: readonly T[]): Kind<T[]> {
  const one = choice(...words)
  return {
    read: (field) => {
      const found = new Set<T>()
      for (const part of field.split(' ').filter((word) => word !== '')) {
        const word = one.read(part)
        if (!word.ok) return word
        found.add(word.value)
      }
      return good([...found])
    },
    write: (value) => value.join(' '),
    empty: [],
  }
}
