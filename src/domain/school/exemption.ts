import type { ClassView, Exemption } from './class-view.ts'

/** Whether an exemption from physical education bears on a subject: by its name, as schools write it. */
export function isPhysicalEducation(subject: string): boolean {
  return /физкультур|физическ\p{L}* культур/iu.test(subject)
}

/**
 * The exemption from physical education that a pupil has on a date (`to` is its last day). Of several the one that
 * exempts altogether goes before one for a medical group, then the later one.
 */
export function exemptionOn(
  view: Pick<ClassView, 'exemptions'>,
  pupil: string,
  date: string,
): Exemption | undefined {
  const own = view.exemptions.filter(
    (it) => it.pupil === pupil && it.from <= date && (it.to === undefined || date <= it.to),
  )
  return own.findLast(({ group }) => group === undefined) ?? own.at(-1)
}
