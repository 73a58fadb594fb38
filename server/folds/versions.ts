import { randomInt } from 'node:crypto'

/** By which numbers the versions of processes that began at the same millisecond differ. */
const places = 1024

/**
 * Versions of what a process tells of: they grow, also from one start to the next, and a process knows its own: an asker
 * may have his from another of the school's servers.
 */
export class Versions {
  private latest: number
  private readonly first: number

  /** `startedAt`: ms since 1970, real time. */
  constructor(
    startedAt: number,
    private readonly place = randomInt(places),
  ) {
    this.first = startedAt * places + place
    this.latest = this.first
  }

  /** The version as it stands. */
  get now(): number {
    return this.latest
  }

  /** The one that follows. */
  get next(): number {
    return this.latest + places
  }

  /** Something has changed in the version that follows; said once or several times. */
  reach(next: number): void {
    this.latest = next
  }

  /** Whether this process told of a version. */
  isOwn(version: number): boolean {
    return version >= this.first && version <= this.latest && version % places === this.place
  }
}
