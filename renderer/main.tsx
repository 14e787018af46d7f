// Mounts the app. What it will need first is asked for before: main answers, and the editor's code arrives, while React builds
// the frame.
import './no-eval.ts'
import './styles/tokens.css'
import './styles/themes.css'
import './styles/reset.css'
import './styles/typography.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { FIRST_SCREEN_LIMIT_MS, leaveFirstScreen } from './app/leave-first-screen.ts'
import { desktop } from './bridge/desktop.ts'
import { createDraftSession } from './state/draft-session.ts'

void import('./app/galley-article.tsx')
const session = createDraftSession(desktop)
const info = desktop.app.info({})
void info.then((answer) => {
  if (answer.ok && answer.value.articleId !== null) void session.show(answer.value.articleId)
})
setTimeout(leaveFirstScreen, FIRST_SCREEN_LIMIT_MS)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(<App desktop={desktop} session={session} info={info} />)
