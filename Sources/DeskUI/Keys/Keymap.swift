public import TerminalUI

/// Which key does what: one table for the whole desk, from which help and footer are made.
///
/// A key means the same in every pane. `paneOnly` names the few that mean something in one only.
public struct Keymap: Hashable, Sendable {
  /// The acts by key.
  public private(set) var verbs: [KeyEvent: Verb]
  /// The names of macros by key.
  public private(set) var macros: [KeyEvent: String] = [:]

  /// Makes a map; the default is the desk's own.
  public init(verbs: [KeyEvent: Verb]? = nil) { self.verbs = verbs ?? Keymap.defaults }

  /// What is wrong with somebody's own keys.
  public enum Conflict: Error, Hashable, Sendable {
    /// No act has this name.
    case unknownAct(String)
    /// The key is not spelled as keys are.
    case unknownKey(act: String, spelling: String)
    /// Two acts want one key.
    case shared(key: String, first: String, second: String)
    /// The key is kept for moving, or for the way out.
    case reserved(key: String, act: String)
    /// The key means something else while a person writes, where the act could not be reached by it.
    case composer(key: String, act: String)
    /// The act must keep a key: without it nobody could stop what leaves, or get out.
    case mustHaveKey(act: String)
  }

  /// All that is wrong with somebody's own keys, in order of the act's name.
  public struct Conflicts: Error, Hashable, Sendable {
    /// At least one.
    public let list: [Conflict]
  }

  /// The map with other keys for some acts: names of acts to spellings separated by spaces.
  ///
  /// `none` takes an act's keys away. An act that is named loses the keys it had. The name of a
  /// macro may stand in the place of an act's.
  /// - Throws: every conflict at once.
  public func applying(
    overrides: [String: String], macros names: Set<String> = []
  ) throws(Conflicts) -> Keymap {
    let macroNames = names
    var map = self
    var found: [Conflict] = []
    let names = overrides.keys.sorted()
    for name in names {
      guard let verb = Verb(rawValue: name) else {
        if !macroNames.contains(name) { found.append(.unknownAct(name)) }
        continue
      }
      map.verbs = map.verbs.filter { $0.value != verb }
    }
    for name in names {
      guard let text = overrides[name] else { continue }
      if let verb = Verb(rawValue: name) {
        found += map.bind(verb, to: text)
      } else if macroNames.contains(name) {
        found += map.bind(macro: name, to: text)
      }
    }
    for verb in Keymap.required where !map.verbs.values.contains(verb) {
      found.append(.mustHaveKey(act: verb.rawValue))
    }
    if !found.isEmpty { throw Conflicts(list: found) }
    return map
  }

  /// The keys of an act in the order help shows them, the short spellings first.
  public func keys(for verb: Verb) -> [String] {
    verbs.filter { $0.value == verb }.map(\.key.spelling)
      .sorted { ($0.count, $0) < ($1.count, $1) }
  }

  private mutating func bind(_ verb: Verb, to text: String) -> [Conflict] {
    if text == "none" { return [] }
    var found: [Conflict] = []
    for part in text.split(separator: " ") {
      let spelling = String(part)
      guard let key = KeyEvent(spelling: spelling) else {
        found.append(.unknownKey(act: verb.rawValue, spelling: spelling))
        continue
      }
      if Keymap.reserved.contains(key), Keymap.defaults[key] != verb {
        found.append(.reserved(key: spelling, act: verb.rawValue))
      } else if let other = verbs[key], other != verb {
        found.append(.shared(key: spelling, first: other.rawValue, second: verb.rawValue))
      } else if let macro = macros[key] {
        found.append(.shared(key: spelling, first: macro, second: verb.rawValue))
      } else if Keymap.composing.contains(key), Keymap.defaults[key] != verb {
        found.append(.composer(key: spelling, act: verb.rawValue))
      } else {
        verbs[key] = verb
      }
    }
    return found
  }

  private mutating func bind(macro name: String, to text: String) -> [Conflict] {
    if text == "none" { return [] }
    return text.split(separator: " ").compactMap { part in
      let spelling = String(part)
      guard let key = KeyEvent(spelling: spelling) else {
        return .unknownKey(act: name, spelling: spelling)
      }
      if let other = verbs[key]?.rawValue ?? macros[key] {
        return .shared(key: spelling, first: other, second: name)
      }
      if Keymap.reserved.contains(key) { return .reserved(key: spelling, act: name) }
      if Keymap.composing.contains(key) { return .composer(key: spelling, act: name) }
      macros[key] = name
      return nil
    }
  }
}
