/// Makes events of what a terminal sends, byte by byte.
///
/// It joins UTF-8, tells Escape from Alt, collects pastes, and swallows control sequences that
/// mean nothing here: an answer that comes late must never act as keys.
public struct InputAssembler: Sendable {
  /// One thing a driver read.
  public enum Input: Hashable, Sendable {
    /// A byte that is no part of a key the driver knows.
    case byte(UInt8)
    /// A key the driver knows.
    case key(KeyEvent)
    /// The start and the end of a paste.
    case pasteStart, pasteEnd
    /// The window got or lost the focus.
    case focus(Bool)
  }

  private enum State: Hashable, Sendable {
    case ground
    case escape
    case sequence
    case string(escaped: Bool)
    case paste
  }

  private var state = State.ground
  private var pending: [UInt8] = []
  private var isAlt = false
  private var pasted: [UInt8] = []
  private var ready: [TerminalEvent] = []
  private var taken = 0

  /// Makes an assembler without any input.
  public init() {}

  /// True while something was begun that more input may complete.
  public var isWaiting: Bool { state != .ground || !pending.isEmpty }

  /// True while all that was read is an Escape.
  public var isLoneEscape: Bool { state == .escape }

  /// True while a paste is being received, which may take its time.
  public var isPasting: Bool { state == .paste }

  /// Takes the oldest finished event out.
  public mutating func next() -> TerminalEvent? {
    guard taken < ready.count else {
      ready.removeAll(keepingCapacity: taken < 1000)
      taken = 0
      return nil
    }
    taken += 1
    return ready[taken - 1]
  }

  /// Takes in what was read.
  public mutating func feed(_ input: Input) {
    if state == .paste {
      switch input {
      case .byte(let byte): pasted.append(byte)
      case .key(.enter): pasted.append(0x0A)
      case .key(.tab): pasted.append(0x09)
      case .pasteEnd: endPaste()
      default: break
      }
      return
    }
    switch input {
    case .byte(let byte): take(byte)
    case .key(let key):
      flush()
      ready.append(.key(key))
    case .focus(let gained):
      flush()
      ready.append(.focus(gained))
    case .pasteStart:
      flush()
      state = .paste
    case .pasteEnd: flush()
    }
  }

  /// Says that nothing followed for a while: Escape was Escape, and what is incomplete is dropped.
  public mutating func flush() {
    switch state {
    case .escape: ready.append(.key(.escape))
    case .paste: endPaste()
    case .ground, .sequence, .string: break
    }
    state = .ground
    pending = []
    isAlt = false
  }

  private mutating func endPaste() {
    state = .ground
    var text = ""
    var afterReturn = false
    for scalar in String(decoding: pasted, as: UTF8.self).unicodeScalars {
      if !(afterReturn && scalar == "\n") {
        text.unicodeScalars.append(scalar == "\r" ? "\n" : scalar)
      }
      afterReturn = scalar == "\r"
    }
    pasted = []
    ready.append(.paste(text))
  }

  private mutating func take(_ byte: UInt8) {
    switch (state, byte) {
    case (.escape, 0x1B): ready.append(.key(.escape))
    case (.escape, UInt8(ascii: "[")), (.escape, UInt8(ascii: "O")): state = .sequence
    case (.escape, UInt8(ascii: "]")), (.escape, UInt8(ascii: "P")), (.escape, UInt8(ascii: "_")):
      state = .string(escaped: false)
    case (.escape, _):
      state = .ground
      isAlt = true
      text(byte)
    case (.sequence, 0x40...0x7E): state = .ground
    case (.sequence, 0x1B): state = .escape
    case (.sequence, _): break
    case (.string(escaped: true), UInt8(ascii: "\\")), (.string, 0x07): state = .ground
    case (.string, _): state = .string(escaped: byte == 0x1B)
    case (_, 0x1B):
      pending = []
      state = .escape
    default: text(byte)
    }
  }

  /// Joins the bytes of a scalar; a byte that cannot belong to one is no key and is dropped.
  private mutating func text(_ byte: UInt8) {
    if byte < 0x80 {
      pending = []
      emit(Self.key(for: byte))
      return
    }
    if byte & 0xC0 == 0x80 {
      guard !pending.isEmpty else { return }
      pending.append(byte)
    } else {
      pending = [byte]
    }
    let wanted = pending[0] >= 0xF0 ? 4 : pending[0] >= 0xE0 ? 3 : 2
    guard pending.count >= wanted else { return }
    let decoded = String(validating: pending, as: UTF8.self)
    pending = []
    guard let scalar = decoded?.unicodeScalars.first, scalar.value >= 0xA0 else { return }
    emit(.character(Character(scalar)))
  }

  private mutating func emit(_ key: KeyEvent) {
    defer { isAlt = false }
    if case .character(let character) = key, isAlt {
      ready.append(.key(.alt(character)))
    } else if key == .backspace, isAlt {
      ready.append(.key(.alt("\u{7F}")))
    } else {
      if isAlt { ready.append(.key(.escape)) }
      ready.append(.key(key))
    }
  }

  private static func key(for byte: UInt8) -> KeyEvent {
    switch byte {
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x08, 0x7F: .backspace
    case 0x00: .control(" ")
    case 0x01..<0x1B: .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x1B..<0x20: .control(Character(Unicode.Scalar(byte + 0x40)))
    default: .character(Character(Unicode.Scalar(byte)))
    }
  }
}
