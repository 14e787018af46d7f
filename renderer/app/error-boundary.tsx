// A bug while drawing: says so, keeps what is saved, and offers to draw that part again. React writes it to the console.
import { Component, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import styles from './error-boundary.module.css'

interface Props {
  /** Names the part that failed: "The margin". */
  readonly part: string
  readonly children: ReactNode
}

export class ErrorBoundary extends Component<Props, { readonly detail: string | null }> {
  override state = { detail: null }

  static getDerivedStateFromError(error: unknown): { detail: string } {
    return { detail: String(error) }
  }

  override render(): ReactNode {
    if (this.state.detail === null) return this.props.children
    return (
      <div className={styles.page} role="alert">
        <EmptyState
          title={`${this.props.part} has stopped because of a mistake in Stet`}
          actions={
            <>
              <Button weight="primary" onPress={() => this.setState({ detail: null })}>
                Try again
              </Button>
              <Button onPress={() => window.location.reload()}>Reload the window</Button>
            </>
          }
        >
          <p>What was shown as saved is on disk.</p>
          <p>
            To report it: <code>{this.state.detail}</code>
          </p>
        </EmptyState>
      </div>
    )
  }
}
