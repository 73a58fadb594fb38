/** The time zone of a school that named none. */
export const defaultTimezone = 'Asia/Yekaterinburg'

const dates = new Map<string, Intl.DateTimeFormat>()
const clocks = new Map<string, Intl.DateTimeFormat>()

/** The date (`YYYY-MM-DD`) in a time zone at a moment in ms since 1970; an unknown zone reads as the default one. */
export function schoolDate(time: number, timezone: string | undefined): string {
  return formatOf(dates, timezone).format(time)
}

/** The time of day (`HH:MM`) in a time zone at a moment in ms since 1970; an unknown zone reads as the default one. */
export function schoolClock(time: number, timezone: string | undefined): string {
  return formatOf(clocks, timezone, { hour: '2-digit', minute: '2-digit' }).format(time)
}

/** The format of a zone, made once: making one takes as long as drawing a row. */
function formatOf(
  made: Map<string, Intl.DateTimeFormat>,
  timezone = defaultTimezone,
  options?: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  let format = made.get(timezone)
  if (!format) {
    format = formatIn(timezone, options)
    made.set(timezone, format)
  }
  return format
}

function formatIn(timeZone: string, options: Intl.DateTimeFormatOptions = {}): Intl.DateTimeFormat {
  // This locale writes dates as ISO 8601 does.
  const locale = 'sv-SE'
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone })
  } catch (error) {
    if (error instanceof RangeError)
      return new Intl.DateTimeFormat(locale, { ...options, timeZone: defaultTimezone })
    throw error
  }
}
