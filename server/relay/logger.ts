/** What the relay needs of a logger; pino's and Fastify's are such. No personal data: session numbers, counts, codes. */
export interface Logger {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}
