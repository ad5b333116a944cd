// DeskServices
