import type { FastifyInstance } from 'fastify'
import type { HttpParts } from './parts.ts'

/** What the app asks of the school itself: which one it is. */
export function schoolRoutes(api: FastifyInstance, { school, esia }: HttpParts): void {
  api.get('/school', async () => ({ ...school(), ...(esia ? { esia: true } : {}) }))
}
