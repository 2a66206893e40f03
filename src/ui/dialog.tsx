import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { LeaveLink } from './leave.tsx'

/** A question over the page. It covers the header, so it begins with its own way out. */
export function Dialog(props: { readonly open: boolean; readonly title: string; readonly onClose: () => void; readonly children: ComponentChildren }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  useEffect(() => {
    const element = dialog.current
    if (element === null) return
    if (props.open && !element.open) element.showModal()
    if (!props.open && element.open) element.close()
  }, [props.open])
  return (
    <dialog ref={dialog} aria-labelledby={title} onClose={props.onClose}>
      <div class="part">
        <LeaveLink />
        <h2 id={title}>{props.title}</h2>
        {props.open && props.children}
      </div>
    </dialog>
  )
}
