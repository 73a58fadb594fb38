import { request } from 'node:http'

export interface Answer {
  status: number
  json: Record<string, unknown>
}

/** A request as a browser makes it that knows the server at `url` under the name of a host. */
export function askHost(
  url: string,
  host: string,
  path: string,
  body?: unknown,
  token?: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      host,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    }
    const asked = request(`${url}${path}`, { method: body === undefined ? 'GET' : 'POST', headers })
    asked.once('response', (response) => {
      let text = ''
      response.on('data', (part: Buffer) => {
        text += part
      })
      response.once('end', () => resolve({ status: response.statusCode!, json: JSON.parse(text || '{}') }))
    })
    asked.once('error', reject)
    asked.end(body === undefined ? undefined : JSON.stringify(body))
  })
}
