/** Everything a page wears, in this order. */
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import '@fontsource-variable/literata/wght.css'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/app.css'
