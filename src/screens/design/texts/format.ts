/** How dates, times and numbers are written in one language. Dates are ISO days, moments ms since 1970. */
export interface Format {
  /** «вторник, 24 ноября» */
  weekday(date: string): string
  /** «24 ноября» */
  day(date: string): string
  /** «24.11» */
  short(date: string): string
  /** «24.11.2012» */
  date(date: string): string
  /** «ср, 25 ноября» */
  shortWeekday(date: string): string
  /** «ноябрь» */
  month(date: string): string
  /** «24», the day of the month */
  dayOfMonth(date: string): string
  /** «10:21» today, «23.11, 10:21» otherwise, in the school's time zone. */
  moment(time: number): string
  /** «10:21» */
  clock(time: number): string
  /** «3,67» */
  average(value: number): string
}

const nonBreaking = '\u00a0'

/** `timeZone`: the school's, the device's own when not given; `now`: the app's clock, ms since 1970. */
export function formats(language: string, timeZone?: string, now: () => number = Date.now): Format {
  const zone = timeZone === undefined ? {} : { timeZone }
  // A day without a time is written in UTC, so that no zone can shift it.
  const ofDay = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
    // «24 ноября» is one word to the eye.
    return (date: string) =>
      format.format(Date.parse(`${date}T00:00:00Z`)).replace(/(\d+) /, `$1${nonBreaking}`)
  }
  const clock = new Intl.DateTimeFormat(language, {
    ...zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const dayOfMoment = new Intl.DateTimeFormat(language, { ...zone, day: '2-digit', month: '2-digit' })
  const average = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return {
    weekday: ofDay({ weekday: 'long', day: 'numeric', month: 'long' }),
    day: ofDay({ day: 'numeric', month: 'long' }),
    short: ofDay({ day: '2-digit', month: '2-digit' }),
    date: ofDay({ day: '2-digit', month: '2-digit', year: 'numeric' }),
    shortWeekday: ofDay({ weekday: 'short', day: 'numeric', month: 'long' }),
    month: ofDay({ month: 'long' }),
    dayOfMonth: ofDay({ day: 'numeric' }),
    clock: (time) => clock.format(time),
    moment: (time) =>
      dayOfMoment.format(time) === dayOfMoment.format(now())
        ? clock.format(time)
        : `${dayOfMoment.format(time)}, ${clock.format(time)}`,
    average: (value) => average.format(value),
  }
}
