// Said, not shown.
export { VisuallyHidden } from 'react-aria-components/VisuallyHidden'
