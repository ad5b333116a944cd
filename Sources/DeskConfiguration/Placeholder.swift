// DeskConfiguration
