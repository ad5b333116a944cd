enum Words {}
