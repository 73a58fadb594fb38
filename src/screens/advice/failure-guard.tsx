import { Component, type ReactNode } from 'react'
import { noteError } from './recent-errors.ts'

/**
 * Keeps what fails below it from taking the rest of the page with it: shows `failed` instead, and tries again when `of`,
 * which says what is shown, has become another.
 */
export class FailureGuard extends Component<
  { of?: unknown; failed: ReactNode; children: ReactNode },
  { hasFailed: boolean }
> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override componentDidCatch(error: unknown) {
    noteError(error)
  }

  override componentDidUpdate({ of }: { of?: unknown }) {
    if (this.state.hasFailed && of !== this.props.of) this.setState({ hasFailed: false })
  }

  override render() {
    return this.state.hasFailed ? this.props.failed : this.props.children
  }
}
