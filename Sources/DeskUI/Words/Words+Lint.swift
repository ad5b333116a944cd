import DeskCore
import TerminalUI

extension Words {
  /// What the lint says, the way to send it all the same first.
  static func lint(_ remarks: [LintRemark], stops: Bool) -> String {
    let list = remarks.map(remark).joined(separator: "; ")
    return stops ? "not sent: \(list)" : "send again sends it all the same: \(list)"
  }

  /// What the lint says where a person reads it on paper or in a pipe: reason, words and place.
  static func lintLines(_ remarks: [LintRemark]) -> [String] {
    remarks.map { remark in
      let place = remark.character.map { " at character \($0)" } ?? ""
      return self.remark(remark) + place
    }
  }

  /// The count, the rule and the ways out.
  static func repeated(_ others: Int, limit: Int) -> String {
    "\(others) people have had these words today and \(limit) may without a second person: say it in "
      + "other words, answer in private, or name a second lead in desk.toml"
  }

  private static func remark(_ remark: LintRemark) -> String {
    let words = remark.words.isEmpty ? "" : " “\(TextWidth.truncate(remark.words, to: 24))”"
    return SafeText.line(lintReason(remark.reason) + words)
  }

  private static func lintReason(_ reason: LintReason) -> String {
    switch reason {
    case .overLimit: "longer than the platform takes"
    case .longInPublic: "long for an answer that everybody reads"
    case .blaming: "argues or blames"
    case .noAcknowledgement: "no word of regret, thanks or understanding"
    case .guarantee: "a guarantee"
    case .neverAgain: "a promise of never again"
    case .promisedTime: "promises a time"
    case .promisedMoney: "promises money"
    case .card: "a card number"
    case .phone: "a telephone number"
    case .email: "an e-mail address"
    case .passport: "looks like a passport number"
    case .iban: "a bank account"
    case .capitals: "capitals"
    case .marks: "shouts"
    case .recordInReply: "shows a personal number to everybody"
    case .recordInMention: "they named an order or account: offer a private channel"
    case .unknownHost: "a link to somewhere else"
    case .lookalikeHost: "a link that imitates another"
    case .unfilled: "not filled in"
    }
  }
}
