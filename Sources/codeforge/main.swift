CodeForgeCommand.runAndExit()
