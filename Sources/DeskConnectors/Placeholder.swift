// DeskConnectors
