import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { assert } from '../base/assert.ts'
import type { Session, Snapshot } from '../client/api.ts'
import type { Model } from './model.ts'

export const ModelContext = createContext<Model | null>(null)

export function useModel(): Model {
  const model = useContext(ModelContext)
  assert(model !== null, 'pages stand inside the model')
  return model
}

/** For pages behind the door: the open session and its newest snapshot. */
export function useOpen(): { readonly model: Model; readonly session: Session; readonly snapshot: Snapshot } {
  const model = useModel()
  const stage = model.stage.value
  const snapshot = model.snapshot.value
  assert(stage.kind === 'open' && snapshot !== null, 'this page is shown only in an open circle')
  return { model, session: stage.session, snapshot }
}
