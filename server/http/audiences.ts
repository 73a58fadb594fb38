import type { FastifyInstance } from 'fastify'

/**
 * Whom a route of the API answers: `public` anybody; `own` whoever is signed in, about himself; `staff` members of the
 * staff, as far as their rights go; `office` the office alone; `classTeacher` the class teacher of the class asked
 * about, and the office; `family` those of a pupil's family who may follow this pupil today.
 */
export type Audience = 'public' | 'own' | 'staff' | 'office' | 'classTeacher' | 'family'

/** Every route of the API with its audience: one that does not stand here keeps the server from starting. */
export const audiences: Readonly<Record<string, Audience>> = {
  'GET /api/school': 'public',
  'POST /api/first-sign-in': 'public',
  'POST /api/sign-in': 'public',
  // Each knows the page that began by a secret of its own.
  'POST /api/esia/begin': 'public',
  'GET /api/esia/callback': 'public',
  'POST /api/esia/finish': 'public',
  'GET /api/esia/link': 'own',
  'POST /api/esia/link': 'own',
  'POST /api/esia/linked': 'own',
  'POST /api/esia/unlink': 'own',
  'GET /api/other-schools': 'own',
  'POST /api/other-schools/begin': 'own',
  'POST /api/other-schools/finish': 'own',
  'POST /api/other-schools/open': 'own',
  'POST /api/other-schools/unlink': 'own',
  // Each wants a one-time code of another school's server.
  'POST /api/other-schools/asked': 'public',
  'POST /api/other-schools/accept': 'public',
  'POST /api/other-schools/enter': 'public',
  'POST /api/refresh': 'public',
  // Its first frame signs in, as on a socket.
  'POST /api/line': 'public',
  // Anybody may carry what others sealed; each part names and proves its device.
  'POST /api/outbox': 'public',
  'GET /api/outbox-key': 'own',
  'POST /api/sign-out': 'own',
  'POST /api/password': 'own',
  'GET /api/devices': 'own',
  'POST /api/devices/rename': 'own',
  'POST /api/devices/revoke': 'own',
  'POST /api/device/share': 'own',
  'POST /api/device/standing': 'public',
  'POST /api/device/open': 'public',
  'GET /api/classes/:class/load': 'staff',
  'GET /api/plans': 'staff',
  'GET /api/advice': 'staff',
  'PUT /api/files/:hash': 'staff',
  'GET /api/files/:hash': 'staff',
  'GET /api/board': 'office',
  'GET /api/keeping': 'office',
  'GET /api/dealings': 'office',
  'GET /api/duties': 'office',
  'GET /api/figures': 'office',
  'GET /api/hours': 'office',
  'GET /api/log': 'office',
  'GET /api/evidence': 'office',
  'GET /api/people': 'office',
  'POST /api/people/invite': 'office',
  'POST /api/people/withdraw-code': 'office',
  'POST /api/people/disable': 'office',
  'POST /api/people/enable': 'office',
  'POST /api/people/forget-device': 'office',
  'POST /api/people/rename-device': 'office',
  'GET /api/families': 'office',
  'GET /api/complaints': 'office',
  'GET /api/classes/:class/families': 'classTeacher',
  'POST /api/classes/:class/families/invite': 'classTeacher',
  'POST /api/classes/:class/families/withdraw-code': 'classTeacher',
  'POST /api/classes/:class/families/revoke': 'classTeacher',
  'GET /api/family/children': 'own',
  'GET /api/family/counted': 'own',
  'POST /api/family/join': 'own',
  'GET /api/family/push': 'own',
  'POST /api/family/push': 'own',
  'POST /api/family/push/off': 'own',
  'GET /api/family/diary/:pupil': 'family',
  'GET /api/family/files/:pupil/:hash': 'family',
  'GET /api/family/thread/:pupil': 'family',
  'POST /api/family/entries/:pupil': 'family',
}

/** Refuses routes whose audience nobody has declared; `found` is told of the others. */
export function declareAudiences(api: FastifyInstance, found: (route: string) => void = () => {}): void {
  api.addHook('onRoute', ({ method, url }) => {
    for (const verb of [method].flat()) {
      const route = `${verb} ${url}`
      if (verb === 'HEAD' || url === '/api/*') continue
      if (!Object.hasOwn(audiences, route))
        throw new Error(`${route}: declare in server/http/audiences.ts whom it answers`)
      found(route)
    }
  })
}
