import { type CommandInfo, EXIT } from '../command.ts'
export const importCommand: CommandInfo = {
  name: 'import',
  usage: 'stet import FILE...',
  summary: '',
  run: async () => EXIT.refused,
}
