import Testing

@Test func exampleSaysWhatTheDocumentationPromises() {
  let lines = exampleDesk()
  #expect(lines.contains("reach: 90 min"))
  #expect(lines.contains("waiting: 20 min"))
  #expect(lines.last == "held: paused by lee")
}
