/** The person's choice of theme; `system` follows the device. */
export type Theme = 'system' | 'light' | 'dark'

/** Shows the app in a theme. */
export function applyTheme(theme: Theme, root: HTMLElement = document.documentElement): void {
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
}
