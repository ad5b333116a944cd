print("crisisdesk")
