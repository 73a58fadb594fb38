/** The time zone of a school that named none. */
export const defaultTimezone = 'Asia/Yekaterinburg'

const formats = new Map<string, Intl.DateTimeFormat>()

/** The date (`YYYY-MM-DD`) in a time zone at a moment in ms since 1970; an unknown zone reads as the default one. */
export function schoolDate(time: number, timezone: string | undefined): string {
  const zone = timezone ?? defaultTimezone
  let format = formats.get(zone)
  if (!format) {
    format = formatIn(zone)
    formats.set(zone, format)
  }
  return format.format(time)
}

/** The time of day (`HH:MM`) in a time zone at a moment in ms since 1970; an unknown zone reads as the default one. */
export function schoolClock(time: number, timezone: string | undefined): string {
  return formatIn(timezone ?? defaultTimezone, { hour: '2-digit', minute: '2-digit' }).format(time)
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
