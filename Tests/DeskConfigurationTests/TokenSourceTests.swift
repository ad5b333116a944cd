import DeskConfiguration
import Glibc
import Testing

@Suite struct TokenSourceTests {
  private func read(
    _ source: TokenSource, in folder: String = "/nowhere", _ environment: [String: String] = [:],
    seconds: Int = 10
  ) throws(TokenProblem) -> String {
    let places = DeskPlaces(folder: folder)
    return try source.read(places: places, environment: environment, seconds: seconds).reveal()
  }

  @Test func fileOfMineIsRead() throws {
    try withFolder { folder in
      try PrivateFile.create("abc123\nsecond line\n", at: "\(folder)/main.token")
      #expect(try read(.file("main.token"), in: folder) == "abc123")
      #expect(try read(.file("~/main.token"), ["HOME": folder]) == "abc123")
    }
  }

  @Test(arguments: [0o640, 0o604, 0o660, 0o644]) func openFileIsRefused(_ mode: Int) throws {
    try withFolder { folder in
      let path = "\(folder)/t"
      try PrivateFile.create("abc123", at: path)
      chmod(path, mode_t(mode))
      let problem = #expect(throws: TokenProblem.self) { try read(.file(path)) }
      #expect(problem == .tooOpen(path: path, mode: String(mode, radix: 8)))
      #expect(problem?.description.contains("chmod 600") == true)
    }
  }

  @Test func folderOrNothingIsNoToken() throws {
    try withFolder { folder in
      #expect(throws: TokenProblem.notAFile(path: folder)) { try read(.file(folder)) }
      #expect(throws: TokenProblem.self) { try read(.file("\(folder)/none")) }
      try PrivateFile.create("\n", at: "\(folder)/empty")
      #expect(throws: TokenProblem.empty) { try read(.file("\(folder)/empty")) }
      try PrivateFile.create("two words\n", at: "\(folder)/words")
      #expect(throws: TokenProblem.malformed) { try read(.file("\(folder)/words")) }
    }
  }

  @Test func variableIsRead() throws {
    #expect(try read(.environment("T"), ["T": "xyz"]) == "xyz")
    #expect(throws: TokenProblem.unset(variable: "T")) { try read(.environment("T"), ["T": ""]) }
  }

  @Test func commandGivesItsFirstLine() throws {
    let environment = ["PATH": "/usr/bin:/bin", "WORD": "xyz"]
    let source = TokenSource.command("echo \"$WORD\"; echo more; echo complaint >&2")
    #expect(try read(source, environment) == "xyz")
    #expect(throws: TokenProblem.commandFailed(code: 3)) {
      try read(.command("echo hunter2; exit 3"), environment)
    }
    #expect(throws: TokenProblem.empty) { try read(.command("cat"), environment) }
  }

  @Test func slowCommandIsEnded() throws {
    #expect(throws: TokenProblem.commandTimedOut(seconds: 1)) {
      try read(.command("sleep 30; echo late"), ["PATH": "/usr/bin:/bin"], seconds: 1)
    }
  }

  @Test func secretPrintsAsDots() {
    let secret = Secret("hunter2")
    var dumped = ""
    dump(secret, to: &dumped)
    dump([secret], to: &dumped)
    let texts = ["\(secret)", String(reflecting: secret), "\([secret])", dumped]
    for text in texts { #expect(!text.contains("hunter2")) }
    #expect(secret.reveal() == "hunter2")
  }
}
