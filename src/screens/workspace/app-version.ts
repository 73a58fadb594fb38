declare const __APP_VERSION__: string

/** Version of the app, from package.json. */
export const appVersion: string = __APP_VERSION__

/** A name by which a person knows this device again in the list of his devices: «Android, Chrome». */
export function deviceName(agent: string = navigator.userAgent): string {
  const system =
    [
      ['Android', /Android/],
      ['iPad', /iPad/],
      ['iPhone', /iPhone/],
      ['Windows', /Windows/],
      ['macOS', /Mac OS/],
      ['ChromeOS', /CrOS/],
      ['Linux', /Linux/],
    ].find(([, pattern]) => (pattern as RegExp).test(agent))?.[0] ?? 'Планшет'
  const browser =
    [
      ['Яндекс Браузер', /YaBrowser/],
      ['Firefox', /Firefox/],
      ['Edge', /Edg/],
      ['Chrome', /Chrome/],
      ['Safari', /Safari/],
    ].find(([, pattern]) => (pattern as RegExp).test(agent))?.[0] ?? 'браузер'
  return `${system}, ${browser}`
}
