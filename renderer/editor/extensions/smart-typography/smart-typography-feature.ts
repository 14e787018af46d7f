import type { EditorFeature } from '../../editor-feature.ts'
import { SmartTypography } from './smart-typography.ts'

export const smartTypographyFeature: EditorFeature = {
  name: 'smart-typography',
  extensions: ({ isSmartTypographyOn, language }) => [
    SmartTypography.configure({ isOn: isSmartTypographyOn, language }),
  ],
}
