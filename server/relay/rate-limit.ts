/** What one connection may send: an honest tablet catching up after weeks stays far below. */
export interface RateLimits {
  framesPerSecond: number
  frameBurst: number
  bytesPerSecond: number
  byteBurst: number
}

export const rateLimits: RateLimits = {
  framesPerSecond: 50,
  frameBurst: 2_000,
  bytesPerSecond: 500_000,
  byteBurst: 20_000_000,
}

/** Two token buckets, one for frames, one for bytes. */
export class RateLimit {
  private frames: number
  private bytes: number
  private last: number

  /** `now`: a clock in ms that only goes forward. */
  constructor(
    private readonly limits: RateLimits,
    private readonly now: () => number,
  ) {
    this.frames = limits.frameBurst
    this.bytes = limits.byteBurst
    this.last = now()
  }

  /** Takes a frame of so many bytes; false when the sender is over its limit. */
  take(bytes: number): boolean {
    const now = this.now()
    const seconds = (now - this.last) / 1000
    this.last = now
    const { frameBurst, framesPerSecond, byteBurst, bytesPerSecond } = this.limits
    this.frames = Math.min(frameBurst, this.frames + seconds * framesPerSecond) - 1
    this.bytes = Math.min(byteBurst, this.bytes + seconds * bytesPerSecond) - bytes
    return this.frames >= 0 && this.bytes >= 0
  }
}
