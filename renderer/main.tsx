// Mounts the app, nothing else.
import './no-eval.ts'
import './styles/tokens.css'
import './styles/themes.css'
import './styles/reset.css'
import './styles/typography.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { desktop } from './bridge/desktop.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(<App desktop={desktop} />)
