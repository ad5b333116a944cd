import DeskConfiguration
import DeskCore
import FoundationEssentials
import Testing

struct SavedReplyShelfTests {
  @Test func readsEveryFileAndNamesTheMistakes() throws {
    try withFolder { folder in
      let good = """
        title: Late
        owner: ana
        approver: lee
        expires: 2026-12-31
        --- en
        Hello {name}
        """
      for (name, text) in [
        ("late.txt", good), ("bad.txt", "title: Late\n--- en\nHi\n"), ("notes.md", "no reply"),
      ] {
        try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
      }
      let content = SavedReplyShelf(folder: folder).read { _ in 5 * 3600 }
      #expect(content.replies.map(\.id.rawValue) == ["late"])
      #expect(content.replies.first?.expiresAt == Timestamp(rfc3339: "2026-12-31T19:00:00Z"))
      #expect(content.problems.map(\.file) == ["bad.txt"])
      #expect(content.problems.first?.kind == .missingHeader("owner"))
    }
  }

  @Test func aFolderThatIsNotThereIsEmpty() {
    let content = SavedReplyShelf(folder: "/nowhere/at/all").read { _ in 0 }
    #expect(content == SavedReplyShelf.Content())
  }
}
