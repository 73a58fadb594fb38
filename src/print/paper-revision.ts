import type { PaperPart } from '../domain/paper/paper-parts.ts'
import { digestOf, revisionOf } from './revision.ts'

/** The digest of one part of a paper copy: its key, and what each of its cells shows. */
export function partDigest({ key, cells }: PaperPart): Promise<string> {
  return digestOf([key, cells.map(({ key: cell, text }) => [cell, text])])
}

/** «ab12-cd34» of the digests of a copy's parts in order. */
export function revisionOfParts(digests: readonly string[]): Promise<string> {
  return revisionOf(digests)
}

/**
 * The digest that a paper copy carries: the same whenever it shows the same, whoever prints it and in whatever order
 * the facts came.
 */
export async function paperRevision(parts: readonly PaperPart[]): Promise<string> {
  return revisionOfParts(await Promise.all(parts.map(partDigest)))
}
