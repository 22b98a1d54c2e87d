/** One notice at the foot of the screen: what is the case, what can be done about it, and a way to close it. */
type Props = {
  readonly text: string;
  readonly isProblem?: boolean;
  readonly action?: string;
  readonly onAction?: () => void;
  readonly dismiss: string;
  readonly onDismiss: () => void;
};

export function NoticeBar({ text, isProblem, action, onAction, dismiss, onDismiss }: Props) {
  return (
    <div
      className={`pointer-events-auto flex w-full max-w-xl flex-wrap items-center justify-end gap-x-3 gap-y-1 rounded-md border py-2 ps-4 pe-2 text-sm ${
        isProblem ? 'border-warn bg-warn-wash' : 'border-strong bg-raised'
      }`}
    >
      <p className="min-w-0 flex-1 basis-40">{text}</p>
      {action && (
        <button type="button" className="button" onClick={onAction}>
          {action}
        </button>
      )}
      <button
        type="button"
        className="size-9 rounded-sm text-soft hover:text-ink"
        aria-label={dismiss}
        onClick={onDismiss}
      >
        ✕
      </button>
    </div>
  );
}
