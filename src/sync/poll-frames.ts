import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/**
 * The same frames over plain HTTPS: one POST carries what goes up, its answer what comes down. Both sides number the
 * frames they send from 0 and say how many they have taken, so a request or answer that is lost, or comes twice, costs
 * nothing but one more.
 */
export interface PollRequest {
  /** As the relay's first answer named it; '' for a new one, whose first frame is the sign-in. */
  session: string
  /** Frames of the relay taken so far. */
  taken: number
  /** Number of the first frame that follows. */
  first: number
  frames: readonly Uint8Array[]
}

export interface PollAnswer {
  session: string
  taken: number
  first: number
  frames: readonly Uint8Array[]
  /** The relay has ended the connection with this code, after these frames; 0 while it stands. */
  closed: number
}

/** Where frames are posted, and as what. */
export const pollPath = '/api/line'
export const pollType = 'application/octet-stream'

/** ms for which the relay keeps a request that it has nothing to answer yet. */
export const pollHold = 20_000
/** The same for one that carried something, ms: what is sent next must not wait for it. */
export const carriedHold = 1_000
/** Bytes of frames in one request or answer, or one frame: ten seconds at 50 kbit/s, a sign of life each time. */
export const pollBytes = 64_000
/** Frames of one request or answer: twice the openings of the largest school. */
export const framesPerPoll = 4_000

/** Writes a request or its body's bytes. */
export function encodePollRequest({ session, taken, first, frames }: PollRequest): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, session)
  writeFrames(encoder, taken, first, frames)
  return encoding.toUint8Array(encoder)
}

/** Reads a request's body; throws on anything else. */
export function decodePollRequest(bytes: Uint8Array): PollRequest {
  const decoder = decoding.createDecoder(bytes)
  return { session: decoding.readVarString(decoder), ...readFrames(decoder) }
}

/** Writes an answer's body. */
export function encodePollAnswer({ session, closed, taken, first, frames }: PollAnswer): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, session)
  encoding.writeVarUint(encoder, closed)
  writeFrames(encoder, taken, first, frames)
  return encoding.toUint8Array(encoder)
}

/** Reads an answer's body; throws on anything else. */
export function decodePollAnswer(bytes: Uint8Array): PollAnswer {
  const decoder = decoding.createDecoder(bytes)
  const session = decoding.readVarString(decoder)
  const closed = decoding.readVarUint(decoder)
  return { session, closed, ...readFrames(decoder) }
}

/** The first frames that make up about `pollBytes`; at least one, at most `framesPerPoll`. */
export function pollPortion(frames: readonly Uint8Array[]): Uint8Array[] {
  const portion: Uint8Array[] = []
  let size = 0
  for (const frame of frames) {
    if (portion.length > 0 && size + frame.length > pollBytes) break
    if (portion.length === framesPerPoll) break
    portion.push(frame)
    size += frame.length
  }
  return portion
}

function writeFrames(
  encoder: encoding.Encoder,
  taken: number,
  first: number,
  frames: readonly Uint8Array[],
): void {
  encoding.writeVarUint(encoder, taken)
  encoding.writeVarUint(encoder, first)
  for (const frame of frames) encoding.writeVarUint8Array(encoder, frame)
}

function readFrames(decoder: decoding.Decoder) {
  const taken = decoding.readVarUint(decoder)
  const first = decoding.readVarUint(decoder)
  const frames: Uint8Array[] = []
  while (decoding.hasContent(decoder)) {
    if (frames.length === framesPerPoll) throw new Error('too many frames')
    frames.push(decoding.readVarUint8Array(decoder).slice())
  }
  return { taken, first, frames }
}
