/** A lab that throws must not take the lesson with it. */
'use client';
import { Component, type ReactNode } from 'react';

type Props = {
  readonly message: string;
  readonly retry: string;
  /** In place of drawing the children again. */
  readonly onRetry?: () => void;
  readonly children: ReactNode;
};

export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div role="alert" className="lab-broken">
        <p>{this.props.message}</p>
        <button
          type="button"
          className="button"
          onClick={this.props.onRetry ?? (() => this.setState({ failed: false }))}
        >
          {this.props.retry}
        </button>
      </div>
    );
  }
}
