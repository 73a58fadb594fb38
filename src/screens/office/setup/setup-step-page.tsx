import type { SetupStepId } from '../../../domain/school/setup-steps.ts'
import { SchoolPage } from '../school-page.tsx'
import { ClassesStep } from './classes-step.tsx'
import { GroupsStep } from './groups-step.tsx'
import { MarksStep } from './marks-step.tsx'
import { ProfileStep } from './profile-step.tsx'
import { PupilsStep } from './pupils-step.tsx'
import { StaffStep } from './staff-step.tsx'
import { SubjectsStep } from './subjects-step.tsx'
import { YearStep } from './year-step.tsx'

/** The page of one step of the first day. */
export function SetupStepPage({ step }: { step: SetupStepId }) {
  switch (step) {
    case 'school':
      return <ProfileStep />
    case 'year':
      return <YearStep />
    case 'subjects':
      return <SubjectsStep />
    case 'staff':
      return <StaffStep />
    case 'classes':
      return <ClassesStep />
    case 'pupils':
      return <PupilsStep />
    case 'groups':
      return <GroupsStep />
    case 'marks':
      return <MarksStep />
    // These two have pages of their own.
    case 'workload':
    case 'timetable':
      return <SchoolPage />
  }
}
