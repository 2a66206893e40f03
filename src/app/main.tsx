import { render } from 'preact'

render(<main id="main" class="page" />, document.body)
