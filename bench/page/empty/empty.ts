/** The least a page can be that is made with Preact: one heading. */
import { h, render } from 'preact'

const root = document.getElementById('app')
if (root !== null) render(h('h1', null, 'Notes'), root)
