import DeskConfiguration
import DeskCore
import DeskStore
import DeskUI

/// Says in words what went wrong, to what, and what to do next; the one place for errors from outside
/// the core.
enum Sentence {
  static func of(_ error: any Error) -> String {
    switch error {
    case let refusal as Refusal: CommandLineWords.refusal(refusal, now: .now)
    case let error as ConnectorError: connector(error)
    case let error as any CustomStringConvertible: error.description
    default: String(describing: error)
    }
  }

  static func noBrowser(_ url: String) -> String {
    "No browser can be opened from here; the address is \(url)"
  }

  static func connector(_ error: ConnectorError) -> String {
    switch error {
    case .unauthorized(let why):
      "The server refused the token (\(why)). Make a new one there and put it where desk.toml says."
    case .forbidden(let why): "The token may not do this (\(why)). Make one with the missing right."
    case .rateLimited(let until):
      "The server asks to wait until \(until.rfc3339); the desk goes on by itself then."
    case .rejected(let code, let why):
      "The server said no (\(code): \(why)). Change it and try again."
    case .missing(let what): "The server does not have it (any more): \(what)."
    case .unavailable(let why):
      "The server cannot be reached (\(why)). Check base_url, proxy and the network."
    case .malformed(let why): "The server's answer made no sense (\(why)). Is base_url right?"
    case .unsupported(let why): "The platform has no way to do this: \(why)."
    }
  }

}
